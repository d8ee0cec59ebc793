//! The table of clouds, and what tells them apart.

use super::{Cloud, CloudId, NotACloud, NotLoopback};
use crate::sign_in::Scopes;
use std::collections::BTreeSet;
use url::Url;

fn lab(id: CloudId) -> Cloud {
    Cloud::lab(id, &Url::parse("http://localhost:8080/").unwrap()).unwrap()
}

#[test]
fn every_cloud_of_the_table_has_addresses_over_https_without_a_path() {
    for id in CloudId::ALL {
        let cloud = Cloud::of(id);
        for url in [&cloud.login, &cloud.graph, &cloud.portal] {
            assert_eq!(
                (url.scheme(), url.path(), url.port()),
                ("https", "/", None),
                "{url}"
            );
        }
        for prefix in [cloud.graph_scope_prefix, cloud.outlook_scope_prefix] {
            assert!(
                prefix.starts_with("https://") && prefix.ends_with('/'),
                "{prefix}"
            );
        }
        assert_eq!(cloud.graph.as_str(), cloud.graph_scope_prefix);
        assert!(cloud.issuers.admit(&cloud.login), "{id:?} is not its own issuer");
    }
}

#[test]
fn the_addresses_are_those_of_microsofts_pages() {
    let hosts = CloudId::ALL.map(|id| {
        let cloud = Cloud::of(id);
        [&cloud.login, &cloud.graph, &cloud.portal].map(|url| url.host_str().unwrap().to_owned())
    });
    assert_eq!(
        hosts,
        [
            [
                "login.microsoftonline.com",
                "graph.microsoft.com",
                "portal.azure.com"
            ],
            [
                "login.microsoftonline.us",
                "graph.microsoft.us",
                "portal.azure.us"
            ],
            [
                "login.microsoftonline.us",
                "dod-graph.microsoft.us",
                "portal.azure.us"
            ],
            [
                "login.partner.microsoftonline.cn",
                "microsoftgraph.chinacloudapi.cn",
                "portal.azure.cn"
            ],
        ]
        .map(|row| row.map(str::to_owned))
    );
}

#[test]
fn every_cloud_has_its_mail_servers_and_a_lab_has_those_of_this_machine_or_none() {
    let servers = CloudId::ALL.map(|id| {
        let cloud = Cloud::of(id);
        [cloud.imap, cloud.smtp].map(|server| server.unwrap().to_string())
    });
    let expected = [
        ["outlook.office365.com:993", "smtp.office365.com:587"],
        ["outlook.office365.us:993", "smtp.office365.us:587"],
        ["outlook-dod.office365.us:993", "outlook-dod.office365.us:587"],
        ["partner.outlook.cn:993", "smtp.partner.outlook.cn:587"],
    ];
    assert_eq!(servers, expected.map(|row| row.map(str::to_owned)));
    let lab = lab(CloudId::Global);
    assert_eq!((&lab.imap, &lab.smtp), (&None, &None));
    let lab = lab.with_lab_mail(Some(40_993), None);
    assert_eq!(lab.imap.unwrap().to_string(), "localhost:40993");
    assert_eq!(lab.smtp, None);
}

#[test]
fn an_endpoint_is_below_its_host() {
    assert_eq!(
        Cloud::global()
            .login_endpoint("/common/oauth2/v2.0/token")
            .as_str(),
        "https://login.microsoftonline.com/common/oauth2/v2.0/token"
    );
    assert_eq!(
        Cloud::of(CloudId::UsGovDod).graph_endpoint("/v1.0/me").as_str(),
        "https://dod-graph.microsoft.us/v1.0/me"
    );
}

#[test]
fn a_cloud_has_one_name_in_files_and_arguments() {
    for id in CloudId::ALL {
        assert_eq!(serde_json::to_value(id).unwrap(), id.as_str());
        assert_eq!(CloudId::parse(id.as_str()), Ok(id));
        assert_eq!(id.is_global(), id == CloudId::default());
    }
    for wrong in ["", "Global", "germany", "us-gov-high"] {
        assert_eq!(CloudId::parse(wrong), Err(NotACloud), "{wrong}");
    }
}

#[test]
fn no_cloud_takes_the_names_of_another() {
    let scopes: BTreeSet<_> = CloudId::ALL
        .into_iter()
        .flat_map(|id| {
            [
                Cloud::of(id).graph_scope_prefix,
                Cloud::of(id).outlook_scope_prefix,
            ]
        })
        .collect();
    assert_eq!(scopes.len(), 8);
    for own in CloudId::ALL {
        for other in CloudId::ALL {
            let elsewhere = (own != other).then_some(other);
            for cloud in [Cloud::of(own), lab(own)] {
                for prefix in [
                    Cloud::of(other).graph_scope_prefix,
                    Cloud::of(other).outlook_scope_prefix,
                ] {
                    let granted =
                        Scopes::granted(&format!("openid Mail.Send {}MAIL.SEND", prefix.to_uppercase()));
                    assert_eq!(cloud.another_cloud_of(&granted), elsewhere, "{own:?} {prefix}");
                }
            }
        }
    }
    assert_eq!(
        Cloud::global().another_cloud_of(&Scopes::granted("Mail.Send openid")),
        None
    );
}

#[test]
fn an_organisation_of_another_cloud_is_known_by_its_metadata() {
    let metadata = |id: CloudId| {
        let cloud = Cloud::of(id);
        let issuer = format!("{}0f8fad5b-d9cb-469f-a165-70867728950e/v2.0", cloud.login);
        (issuer, cloud.graph.host_str().unwrap().to_owned())
    };
    for own in CloudId::ALL {
        for other in CloudId::ALL {
            let (issuer, graph) = metadata(other);
            for cloud in [Cloud::of(own), lab(own)] {
                let found = cloud.another_cloud_of_metadata(&issuer, Some(&graph));
                assert_eq!(found, (own != other).then_some(other), "{own:?} {other:?}");
            }
        }
    }
    // Without the host of Graph the issuer has to do.
    let (issuer, _) = metadata(CloudId::China);
    assert_eq!(
        Cloud::global().another_cloud_of_metadata(&issuer, None),
        Some(CloudId::China)
    );
    for nobodys in ["https://sts.example/t/v2.0", "not an address", ""] {
        assert_eq!(
            Cloud::global().another_cloud_of_metadata(nobodys, Some("graph.example")),
            None
        );
    }
}

#[test]
fn microsofts_sign_in_hosts_belong_to_their_cloud() {
    let global = Cloud::global();
    for host in ["login.microsoftonline.com", "login.live.com", "login.windows.net"] {
        assert!(global.is_login_host(host), "{host}");
        assert!(!Cloud::of(CloudId::China).is_login_host(host), "{host}");
    }
    assert!(Cloud::of(CloudId::China).is_login_host("login.chinacloudapi.cn"));
    assert!(!global.is_login_host("login.microsoftonline.com.evil.example"));
}

#[test]
fn a_lab_is_its_own_issuer_only_where_it_plays_the_global_cloud() {
    let base = Url::parse("http://localhost:8080/").unwrap();
    for id in CloudId::ALL {
        assert_eq!(lab(id).issuers.admit(&base), id == CloudId::Global, "{id:?}");
        assert_eq!(lab(id).id, id);
    }
}

#[test]
fn a_lab_is_on_this_machine_or_refused() {
    for good in [
        "http://localhost:8080/",
        "https://127.0.0.1:1/",
        "http://localhost:5/x",
    ] {
        assert!(
            Cloud::lab(CloudId::Global, &Url::parse(good).unwrap()).is_ok(),
            "{good}"
        );
    }
    for bad in [
        "http://localhost.evil.com/",
        "http://10.0.0.1/",
        "ftp://localhost/",
        "http://evil@evil.com/",
    ] {
        let refused = Cloud::lab(CloudId::China, &Url::parse(bad).unwrap());
        assert_eq!(refused, Err(NotLoopback), "{bad}");
    }
}
