//! What was asked for against what was granted.

use crate::cloud::{Cloud, CloudId};
use crate::guide::Permission;
use crate::sign_in::Scopes;

fn asked() -> Scopes {
    Scopes::of_permissions(
        &[
            "Mail.Send",
            "User.Read",
            "offline_access",
            "openid",
            "profile",
            "email",
        ]
        .map(Permission::graph),
        &Cloud::global(),
    )
}

#[test]
fn graphs_permissions_are_sent_in_full_and_openids_bare() {
    let sent: Vec<String> = asked().iter().map(str::to_owned).collect();
    assert_eq!(
        sent,
        [
            "https://graph.microsoft.com/Mail.Send",
            "https://graph.microsoft.com/User.Read",
            "offline_access",
            "openid",
            "profile",
            "email"
        ]
    );
}

#[test]
fn each_resource_has_the_prefix_that_it_has_in_this_cloud() {
    let asked = [
        Permission::graph("User.Read"),
        Permission::exchange("IMAP.AccessAsUser.All"),
        Permission::graph("offline_access"),
    ];
    let sent = |id| {
        let scopes = Scopes::of_permissions(&asked, &Cloud::of(id));
        scopes.iter().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        sent(CloudId::Global),
        "https://graph.microsoft.com/User.Read https://outlook.office.com/IMAP.AccessAsUser.All offline_access"
    );
    assert_eq!(
        sent(CloudId::China),
        "https://microsoftgraph.chinacloudapi.cn/User.Read https://partner.outlook.cn/IMAP.AccessAsUser.All offline_access"
    );
}

#[test]
fn what_was_granted_in_any_notation_is_not_missing() {
    for granted in [
        "openid profile User.Read email Mail.Send",
        "Mail.Send User.Read",
        "mail.send USER.READ",
        "https://graph.microsoft.com/Mail.Send https://graph.microsoft.com/User.Read",
        "HTTPS://GRAPH.MICROSOFT.COM/MAIL.SEND https://graph.microsoft.com/user.read",
        "https://graph.microsoft.com/Mail.Send User.Read",
        "  User.Read \t Mail.Send  Calendars.Read Mail.ReadWrite ",
    ] {
        assert_eq!(
            asked().missing_from(&Scopes::granted(granted)),
            Vec::<String>::new(),
            "{granted}"
        );
    }
}

#[test]
fn what_was_not_granted_is_missing_by_its_bare_name() {
    for (granted, missing) in [
        ("User.Read openid", vec!["Mail.Send"]),
        (
            "openid profile email offline_access",
            vec!["Mail.Send", "User.Read"],
        ),
        ("", vec!["Mail.Send", "User.Read"]),
        ("Mail.Send.Shared User.ReadWrite", vec!["Mail.Send", "User.Read"]),
        ("xMail.Send User.Read", vec!["Mail.Send"]),
        // The same name of another resource opens nothing at Graph.
        (
            "https://outlook.office.com/Mail.Send User.Read",
            vec!["Mail.Send"],
        ),
        (
            "https://graph.microsoft.com.evil.com/Mail.Send User.Read",
            vec!["Mail.Send"],
        ),
    ] {
        assert_eq!(
            asked().missing_from(&Scopes::granted(granted)),
            missing,
            "{granted}"
        );
    }
}
