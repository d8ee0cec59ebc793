use super::{MOST, NotASetupFile, PortableSetup, WithSecret, written};
use crate::check::{CheckId, CheckResult, Outcome};
use crate::choices::{Account, Chosen, Owner};
use crate::cloud::CloudId;
use crate::guide::Audience;
use crate::setup::{Setup, SetupId, Verification, Waiting};
use crate::value::{ClientId, ClientSecret, ErpAddress, Mailbox, Refusal, TenantId, ValueKind};
use proptest::prelude::*;

const OWN_ID: &str = "0b1d1f9c-3c1f-4a52-9d65-0123456789ab";
const SECRET: &str = "uRf8Q~jPvMY8Avfl2H0Lui-cdZRPuXG8aB3dE5fG";

/// A setup with every value that there is, those of this machine too.
fn setup() -> Setup {
    let erp = ErpAddress::parse("https://soler.cloudgestion1.app").unwrap();
    let mailbox = Mailbox::parse("ventas@soler.example").unwrap();
    let now = "2026-05-24T13:34:39Z".parse().unwrap();
    let mut setup = Setup::new(
        SetupId::parse(OWN_ID).unwrap(),
        "cloud-gestion",
        erp,
        mailbox,
        now,
    );
    setup.client_id = Some(ClientId::parse("adee71b0-aac7-44c2-bdd7-284988503cd3").unwrap());
    setup.tenant_id = Some(TenantId::parse("a5f0169f-57c9-4e45-b138-1419a64989e4").unwrap());
    setup.secret_ends = Some(jiff::civil::date(2028, 11, 20));
    setup.chosen = Chosen {
        account: Some(Account::Work),
        owner: Some(Owner::Shared),
        signs_in: Some(Mailbox::parse("marta@soler.example").unwrap()),
        audience: Some(Audience::SingleTenant),
    };
    setup.mark_done("portal");
    setup.mark_done("registration");
    setup.current_step = Some("client-secret".to_owned());
    setup.given.client_secret = Some(now);
    setup.waiting = Some(Waiting {
        since: now,
        who: None,
    });
    setup.asked_by = Some(SetupId::parse(OWN_ID).unwrap());
    setup.verification = Some(Verification {
        at: now,
        proven: true,
        checks: vec![CheckResult {
            check: CheckId::Secret,
            outcome: Outcome::Passed,
        }],
    });
    setup
}

fn portable() -> PortableSetup {
    PortableSetup::of(&setup()).unwrap()
}

fn with_secret() -> WithSecret {
    WithSecret {
        setup: portable(),
        secret: ClientSecret::parse(SECRET).unwrap(),
    }
}

/// What the file says after this change of its text.
fn changed(from: &str, to: &str) -> Result<PortableSetup, NotASetupFile> {
    let text = portable().write().unwrap();
    assert!(text.contains(from), "{from} is not in {text}");
    PortableSetup::parse(&text.replace(from, to))
}

#[test]
fn a_setup_file_holds_what_the_registration_and_the_erp_are_and_nothing_of_this_machine() {
    let text = portable().write().unwrap();
    insta::assert_snapshot!(text);
    assert_eq!(PortableSetup::parse(&text), Ok(portable()));
    assert!(!text.contains(OWN_ID));
    let keys: serde_json::Value = serde_json::from_str(&with_secret().write().unwrap()).unwrap();
    let keys: Vec<&String> = keys.as_object().unwrap().keys().collect();
    let mut known: Vec<&str> = written::FIELDS.into();
    // The usual cloud is not named.
    known.retain(|field| *field != "cloud");
    assert_eq!(keys, known, "every field has its name");
}

#[test]
fn a_setup_is_filled_with_what_its_file_says() {
    let original = setup();
    let portable = portable();
    let mut new = Setup::new(
        SetupId::parse("11111111-2222-4333-8444-555555555555").unwrap(),
        &portable.guide.id,
        portable.erp_address.clone(),
        portable.mailbox.clone(),
        "2026-06-01T00:00:00Z".parse().unwrap(),
    );
    assert!(portable.is_same_as(&original));
    assert!(!portable.is_same_as(&new));
    portable.fill(&mut new);
    assert_eq!(
        (
            &new.client_id,
            &new.tenant_id,
            &new.secret_ends,
            &new.chosen,
            &new.steps_done
        ),
        (
            &original.client_id,
            &original.tenant_id,
            &original.secret_ends,
            &original.chosen,
            &original.steps_done
        )
    );
    let of_this_machine = (
        new.verification.is_none(),
        new.waiting.is_none(),
        new.asked_by.is_none(),
        new.given.client_secret.is_none(),
    );
    assert_eq!(of_this_machine, (true, true, true, true));
}

#[test]
fn without_an_application_the_same_mailbox_of_the_same_erp_is_the_same_setup() {
    let mut without = setup();
    without.client_id = None;
    let file = PortableSetup::of(&without).unwrap();
    assert!(file.is_same_as(&setup()));
    let mut elsewhere = setup();
    elsewhere.erp_address = ErpAddress::parse("otra.cloudgestion1.app").unwrap();
    assert!(!file.is_same_as(&elsewhere));
}

#[test]
fn what_cannot_be_used_is_named() {
    use NotASetupFile as Not;
    let refused = |what, why| Err(Not::Refused { what, why });
    assert_eq!(PortableSetup::parse("hola"), Err(Not::NotOurs));
    assert_eq!(PortableSetup::parse("{\"setup\": {}}"), Err(Not::NotOurs));
    assert_eq!(PortableSetup::parse("[1]"), Err(Not::NotOurs));
    assert_eq!(PortableSetup::parse(&" ".repeat(MOST + 1)), Err(Not::TooLarge));
    let mark = "\"vincula_setup\": 1";
    assert_eq!(
        changed(mark, "\"vincula_setup\": 2, \"more\": 1"),
        Err(Not::TooNew)
    );
    assert_eq!(changed(mark, "\"vincula_setup\": 0"), Err(Not::Damaged));
    assert_eq!(changed(mark, "\"vincula_setup\": \"1\""), Err(Not::Damaged));
    assert_eq!(
        changed(mark, "\"vincula_setup\": 1, \"vincula_setup\": 1"),
        Err(Not::Damaged)
    );
    let guide = "another-\u{202e}erp".to_owned();
    assert_eq!(
        changed("cloud-gestion", &guide),
        Err(Not::UnknownGuide {
            guide: "another-?erp".to_owned()
        })
    );
    assert_eq!(
        changed(mark, &format!("{mark}, \"authority\": \"https://evil.example\"")),
        Err(Not::UnknownField {
            name: "authority".to_owned()
        })
    );
    assert_eq!(
        changed("\"account\": \"work\"", "\"tenant\": \"evil\""),
        Err(Not::Damaged)
    );
    assert_eq!(
        changed(mark, &format!("{mark}, \"client_secret\": \"{SECRET}\"")),
        Err(Not::SecretInTheOpen)
    );
    assert_eq!(
        changed(mark, &format!("{mark}, \"client_secret\": [\"\\u0061\"]")),
        Err(Not::SecretInTheOpen)
    );
    assert_eq!(
        changed("\"ventas@soler.example\"", "\"nobody\""),
        refused(ValueKind::Mailbox, Refusal::NotAnEmail)
    );
    assert_eq!(
        changed("soler.cloudgestion1.app", "login.microsoftonline.com"),
        refused(ValueKind::ErpAddress, Refusal::MicrosoftsAddress)
    );
    assert_eq!(
        changed("adee71b0-aac7-44c2-bdd7-284988503cd3", "../../etc/passwd"),
        refused(ValueKind::ClientId, Refusal::NotAGuid)
    );
    let secret = with_secret().write().unwrap().replace(SECRET, OWN_ID);
    assert!(matches!(
        WithSecret::parse(&secret),
        Err(Not::Refused {
            what: ValueKind::ClientSecret,
            ..
        })
    ));
}

#[test]
fn steps_that_this_version_does_not_know_are_left_out() {
    let file = changed("\"portal\"", "\"portal\", \"portal\", \"from-tomorrow\"").unwrap();
    assert_eq!(file.steps_done, ["portal", "registration"]);
}

#[test]
fn an_editors_mark_of_the_encoding_changes_nothing() {
    let text = format!("\u{feff}{}", portable().write().unwrap());
    assert_eq!(PortableSetup::parse(&text), Ok(portable()));
}

#[test]
fn a_sealed_setup_comes_back_whole_and_shows_nothing() {
    let sealed = with_secret();
    assert!(!format!("{sealed:?}").contains(SECRET));
    let back = WithSecret::parse(&sealed.write().unwrap()).unwrap();
    assert_eq!(back.secret.expose(), SECRET);
    assert_eq!(back.setup, portable());
    let plain = portable().write().unwrap();
    assert!(matches!(WithSecret::parse(&plain), Err(NotASetupFile::Damaged)));
}

#[test]
fn a_file_is_named_after_its_mailbox_in_plain_letters() {
    let mut setup = setup();
    setup.mailbox = Mailbox::parse("a/b'c+d@soler.example").unwrap();
    let file = PortableSetup::of(&setup).unwrap();
    assert_eq!(file.file_name("json"), "a-b-c-d-soler.example.vincula.json");
}

#[test]
fn every_changed_byte_and_every_cut_is_a_setup_or_has_a_name() {
    let text = portable().write().unwrap();
    for at in 0..text.len() {
        assert!(
            PortableSetup::parse(&text[..at]).is_err() || text[at..].trim().is_empty(),
            "cut at {at}"
        );
        for bit in 0..8 {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            // What is not UTF-8 any more is replaced, as the page does where it reads a file.
            let _named = PortableSetup::parse(&String::from_utf8_lossy(&bytes));
        }
    }
}

fn some_setup() -> impl Strategy<Value = Setup> {
    let guid = "[1-9a-f][0-9a-f]{7}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}";
    let steps = proptest::sample::subsequence(vec!["portal", "registration", "client-secret"], 0..=3);
    let optional = |pattern| proptest::option::of(pattern);
    (
        "[a-z][a-z0-9]{0,20}(\\.[a-z]{2,9}){1,3}(:8[0-9]{3})?",
        "[a-z!#$%&'*+/=?^_`{|}~-]{1,20}@[a-z]{1,9}\\.example",
        optional(guid),
        optional(guid),
        optional("20[2-4][0-9]-0[1-9]-[12][0-9]"),
        proptest::sample::select(CloudId::ALL.to_vec()),
        steps,
        any::<bool>(),
    )
        .prop_filter_map(
            "values that are none",
            |(erp, mailbox, client, tenant, ends, cloud, steps, shared)| {
                let mut setup = setup();
                setup.erp_address = ErpAddress::parse(&erp).ok()?;
                setup.mailbox = Mailbox::parse(&mailbox).ok()?;
                setup.client_id = client.map(|id| ClientId::parse(&id)).transpose().ok()?;
                setup.tenant_id = tenant.map(|id| TenantId::parse(&id)).transpose().ok()?;
                setup.secret_ends = ends.map(|day| day.parse()).transpose().ok()?;
                setup.cloud = cloud;
                setup.chosen.owner = shared.then_some(Owner::Shared);
                setup.steps_done = steps.into_iter().map(str::to_owned).collect();
                Some(setup)
            },
        )
}

proptest! {
    #[test]
    fn any_setup_comes_back_as_it_went_out(setup in some_setup(), secret in "[A-Za-z0-9]{3}8Q~[A-Za-z0-9._~-]{33}[a-z]") {
        let file = PortableSetup::of(&setup).unwrap();
        prop_assert_eq!(PortableSetup::parse(&file.write().unwrap()), Ok(file.clone()));
        prop_assert!(file.is_same_as(&setup));
        let sealed = WithSecret { setup: file, secret: ClientSecret::parse(&secret).unwrap() };
        let back = WithSecret::parse(&sealed.write().unwrap()).unwrap();
        prop_assert_eq!(back.secret.expose(), secret);
        prop_assert_eq!(back.setup, sealed.setup);
    }

    #[test]
    fn any_text_is_a_setup_or_has_a_name(text in any::<String>(), at in 0..400_usize) {
        let _ = PortableSetup::parse(&text);
        let _ = WithSecret::parse(&text);
        let _ = PortableSetup::parse(&format!("{{\"vincula_setup\":{text}}}"));
        let good = portable().write().unwrap();
        let (before, after) = good.split_at(at.min(good.len()));
        let _ = PortableSetup::parse(&format!("{before}{text}{after}"));
        let deep = format!("{{\"vincula_setup\":1,\"chosen\":{}", "[".repeat(4_000));
        prop_assert_eq!(PortableSetup::parse(&deep), Err(NotASetupFile::Damaged));
    }
}
