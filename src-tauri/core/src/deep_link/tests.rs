//! Hostile addresses of our own scheme.

use super::{DeepLink, FieldRefusal, NotALink, RefusedField, SetupLink};
use crate::sign_in::{Answered, NotForUs, PendingSignIn};
use crate::value::{ClientId, ErpAddress, Mailbox, RedirectUri, Refusal};
use proptest::prelude::*;
use url::Url;

fn setup(address: &str) -> Result<SetupLink, NotALink> {
    match DeepLink::parse(address)? {
        DeepLink::Setup(link) => Ok(link),
        DeepLink::Callback(_) => panic!("{address} was taken for an answer"),
    }
}

fn whole() -> SetupLink {
    SetupLink {
        guide: "cloud-gestion".to_owned(),
        erp_address: Some(ErpAddress::parse("empresa.cloudgestion1.app").unwrap()),
        mailbox: Some(Mailbox::parse("ventas+erp@empresa.es").unwrap()),
        client_id: None,
        refused: Vec::new(),
    }
}

#[test]
fn a_setup_comes_with_what_the_first_page_asks() {
    let link = "app.vincula://setup?guide=cloud-gestion&erp=empresa.cloudgestion1.app&mailbox=ventas%2Berp%40empresa.es";
    assert_eq!(setup(link), Ok(whole()));
    assert_eq!(whole().to_string(), link);
    for same in [
        link.replace("setup?", "setup/?"),
        link.replace("app.vincula", "APP.Vincula"),
        link.replace("erp=", "erp=https%3A%2F%2F"),
        link.replace("ventas", "v%65ntas"),
    ] {
        assert_eq!(setup(&same), Ok(whole()), "{same}");
    }
}

#[test]
fn all_but_the_guide_may_be_left_out() {
    let link = setup("app.vincula://setup?guide=cloud-gestion").unwrap();
    assert_eq!(
        (link.erp_address, link.mailbox, link.refused),
        (None, None, Vec::new())
    );
    for none in ["", "?", "?guide=", "?erp=empresa.es", "?Guide=cloud-gestion"] {
        let address = format!("app.vincula://setup{none}");
        assert_eq!(setup(&address), Err(NotALink::NoGuide), "{address}");
    }
    assert_eq!(
        setup("app.vincula://setup?guide=../../etc/passwd"),
        Err(NotALink::UnknownGuide)
    );
}

#[test]
fn what_a_link_cannot_give_is_named_and_its_value_is_not_kept() {
    let link = setup(
        "app.vincula://setup?guide=cloud-gestion&client_secret=abc8Q~canary&client_id=3f0a&erp=nobody&mailbox=x&tenant_id=1",
    )
    .unwrap();
    let refused = |name: &str, why| RefusedField {
        name: name.to_owned(),
        why,
    };
    assert_eq!(
        link.refused,
        [
            refused("client_secret", FieldRefusal::NotListed),
            refused("client_id", FieldRefusal::NotListed),
            refused(
                "erp",
                FieldRefusal::Value(ErpAddress::parse("nobody").unwrap_err())
            ),
            refused("mailbox", FieldRefusal::Value(Refusal::NotAnEmail)),
            refused("tenant_id", FieldRefusal::NotListed),
        ]
    );
    assert!(!format!("{link:?} {link}").contains("canary"));
}

#[test]
fn the_client_id_comes_with_the_link_where_the_application_is_the_vendors() {
    let id = "3f0a7c1e-9d2b-4c58-8a11-2b6e0d4f9a73";
    let link = format!("app.vincula://setup?guide=ev4&client_id={id}");
    let read = setup(&link).unwrap();
    assert_eq!(read.client_id, Some(ClientId::parse(id).unwrap()));
    assert_eq!(read.to_string(), link);
    let wrong = setup("app.vincula://setup?guide=ev4&client_id=abc8Q~canary").unwrap();
    assert_eq!(wrong.client_id, None);
    assert!(matches!(
        wrong.refused[..],
        [RefusedField {
            why: FieldRefusal::Value(_),
            ..
        }]
    ));
    assert!(!format!("{wrong:?} {wrong}").contains("canary"));
    for customers in ["cloud-gestion", "mycrmweb", "nocobase"] {
        let link = setup(&format!("app.vincula://setup?guide={customers}&client_id={id}")).unwrap();
        assert_eq!(link.client_id, None, "{customers}");
        assert_eq!(link.refused[0].why, FieldRefusal::NotListed, "{customers}");
    }
}

#[test]
fn a_name_that_a_stranger_chose_is_printable_and_short() {
    let link = setup(&format!(
        "app.vincula://setup?guide=cloud-gestion&%E2%80%AEevil=1&{}=1",
        "x".repeat(500)
    ))
    .unwrap();
    assert_eq!(link.refused[0].name, "?evil");
    assert_eq!(link.refused[1].name.len(), 32);
}

#[test]
fn what_cannot_be_read_safely_is_not_read_at_all() {
    let many = (0..16).map(|n| format!("&x{n}=1")).collect::<Vec<_>>().concat();
    for behind in [
        "guide=cloud-gestion&guide=cloud-gestion",
        "guide=cloud-gestion&erp=a.es&erp=b.es",
        "guide=cloud-gestion&e%72p=a.es&erp=b.es",
        "guide=cloud-gestion&erp[]=a.es",
        "guide=cloud-gestion&erp=%",
        "guide=cloud-gestion&erp=%zz",
        "guide=cloud-gestion&erp=a%00.es",
        "guide=cloud-gestion&erp=%ff",
        "guide=cloud-gestion#erp",
        "guide=cloud-gestion&erp=a b.es",
        "guide=cloud-gestion&erp=á.es",
        "guide=cloud-gestion\n&erp=a.es",
        &format!("guide=cloud-gestion{many}"),
        &format!("guide=cloud-gestion&erp={}", "a".repeat(2_049)),
        &format!("guide=cloud-gestion&{}", "x".repeat(4_096)),
    ] {
        let address = format!("app.vincula://setup?{behind}");
        assert_eq!(setup(&address), Err(NotALink::Unreadable), "{address}");
    }
    for start in [
        "app.vincula://user@setup?guide=cloud-gestion",
        "app.vincula://user:pass@setup?guide=cloud-gestion",
        "app.vincula://:pass@setup?guide=cloud-gestion",
        "app.vincula://setup:443?guide=cloud-gestion",
        "app.vincula://setup/x?guide=cloud-gestion",
        "app.vincula://setup//?guide=cloud-gestion",
        " app.vincula://setup?guide=cloud-gestion",
        "app.vincula://setup?guide=cloud-gestion\0",
    ] {
        assert_eq!(setup(start), Err(NotALink::Unreadable), "{start}");
    }
}

#[test]
fn other_addresses_are_not_ours() {
    for (address, why) in [
        ("", NotALink::AnotherScheme),
        ("setup", NotALink::AnotherScheme),
        ("--practice", NotALink::AnotherScheme),
        ("https://setup?guide=cloud-gestion", NotALink::AnotherScheme),
        (
            "app.vincula.evil://setup?guide=cloud-gestion",
            NotALink::AnotherScheme,
        ),
        ("app-vincula://setup?guide=cloud-gestion", NotALink::AnotherScheme),
        ("file:///etc/passwd", NotALink::AnotherScheme),
        ("app.vincula:setup?guide=cloud-gestion", NotALink::UnknownAction),
        (
            "app.vincula:///setup?guide=cloud-gestion",
            NotALink::UnknownAction,
        ),
        ("app.vincula://", NotALink::UnknownAction),
        ("app.vincula://Setup?guide=cloud-gestion", NotALink::UnknownAction),
        (
            "app.vincula://setup.evil?guide=cloud-gestion",
            NotALink::UnknownAction,
        ),
        ("app.vincula://delete?setup=all", NotALink::UnknownAction),
        (
            "app.vincula://set%75p?guide=cloud-gestion",
            NotALink::UnknownAction,
        ),
    ] {
        assert_eq!(DeepLink::parse(address), Err(why), "{address}");
    }
}

#[test]
fn an_address_is_looked_at_to_its_bound() {
    let start = "app.vincula://callback?";
    let of = |length: usize| DeepLink::parse(&format!("{start}{}", "x".repeat(length - start.len())));
    assert!(matches!(of(16 * 1024), Ok(DeepLink::Callback(_))));
    assert_eq!(of(16 * 1024 + 1), Err(NotALink::TooLong));

    // A field and the whole have bounds of their own; what is within them and no value is a field refused.
    let fields = |behind: &str| setup(&format!("app.vincula://setup?guide=cloud-gestion&{behind}"));
    let field = fields(&format!("x={}", "a".repeat(2_048))).unwrap();
    assert_eq!(field.refused.len(), 1);
    let whole = |length: usize| {
        let half = "a".repeat(2_040);
        let rest = length - "guide=cloud-gestion&x=&y=".len() - half.len();
        fields(&format!("x={half}&y={}", "a".repeat(rest)))
    };
    assert_eq!(whole(4_096).unwrap().refused.len(), 2);
    assert_eq!(whole(4_097), Err(NotALink::Unreadable));
}

#[test]
fn an_answer_is_handed_on_as_it_came_and_only_its_own_sign_in_takes_it() {
    let request = crate::sign_in::SignInRequest {
        redirect_uri: RedirectUri::deep_link(),
        ..crate::sign_in::sample_request()
    };
    let now = "2026-05-24T13:34:39Z".parse().unwrap();
    let pending = PendingSignIn::begin(request, &[7; 64], now);
    let answer = |state: &str| {
        let address = format!("app.vincula://callback?code=0.AXoA%2b&state={state}&session_state=x");
        let Ok(DeepLink::Callback(url)) = DeepLink::parse(&address) else {
            panic!("{address} was not taken for an answer")
        };
        assert_eq!(url.as_str(), address);
        url
    };
    let forged = answer("AAAA");
    let Answered::StillPending(pending, NotForUs::AnotherState) = pending.answer(&forged, now) else {
        panic!("a forged answer was taken")
    };
    let own = answer(pending.state());
    assert!(matches!(pending.answer(&own, now), Answered::Redeem(_)));
}

#[test]
fn an_answer_is_in_no_debug_output() {
    let link = DeepLink::parse("app.vincula://callback?code=canary").unwrap();
    assert_eq!(format!("{link:?}"), "Callback(…)");
}

proptest! {
    #[test]
    fn any_text_is_a_link_or_none_and_a_link_holds_what_it_says(text in "\\PC{0,200}") {
        let _ = DeepLink::parse(&text);
        let _ = DeepLink::parse(&format!("app.vincula://{text}"));
        let _ = DeepLink::parse(&format!("app.vincula://setup?guide=cloud-gestion&{text}"));
    }

    #[test]
    fn what_is_written_is_read_back_the_same(
        host in "[a-z][a-z0-9]{0,20}(\\.[a-z][a-z0-9]{1,8}){1,3}",
        local in "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,30}",
        has_erp in any::<bool>(),
        has_mailbox in any::<bool>(),
    ) {
        let erp = ErpAddress::parse(&host);
        let mailbox = Mailbox::parse(&format!("{local}@{host}"));
        prop_assume!(erp.is_ok() && mailbox.is_ok());
        let link = SetupLink {
            guide: "cloud-gestion".to_owned(),
            erp_address: erp.ok().filter(|_| has_erp),
            mailbox: mailbox.ok().filter(|_| has_mailbox),
            client_id: None,
            refused: Vec::new(),
        };
        prop_assert_eq!(setup(&link.to_string()), Ok(link));
    }

    #[test]
    fn no_text_becomes_a_field_that_its_own_type_would_refuse(fields in proptest::collection::vec(
        ("(guide|erp|mailbox|secret|[a-z%]{1,6})", "[!-~]{0,40}"), 0..6,
    )) {
        let query: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let address = format!("app.vincula://setup?guide=cloud-gestion&{}", query.join("&"));
        if let Ok(DeepLink::Setup(link)) = DeepLink::parse(&address) {
            let given = Url::parse(&address).unwrap();
            let pairs: Vec<_> = given.query_pairs().into_owned().collect();
            let of = |wanted: &str| pairs.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone());
            prop_assert_eq!(link.erp_address, of("erp").and_then(|text| ErpAddress::parse(&text).ok()));
            prop_assert_eq!(link.mailbox, of("mailbox").and_then(|text| Mailbox::parse(&text).ok()));
        }
    }
}
