use super::{Answer, NotAnErrand, Passphrase, Request};
use crate::cloud::CloudId;
use crate::setup::SetupId;
use crate::value::{ClientId, ClientSecret, ErpAddress, Mailbox, TenantId};
use proptest::prelude::*;

const SETUP: &str = "0b1d1f9c-3c1f-4a52-9d65-0123456789ab";
const SECRET: &str = "uRf8Q~jPvMY8Avfl2H0Lui-cdZRPuXG8aB3dE5fG";

fn request() -> Request {
    Request {
        setup: SetupId::parse(SETUP).unwrap(),
        guide: "cloud-gestion".to_owned(),
        erp_address: ErpAddress::parse("https://soler.cloudgestion1.app").unwrap(),
        mailbox: Mailbox::parse("ventas@soler.example").unwrap(),
        cloud: CloudId::Global,
    }
}

fn answer() -> Answer {
    Answer {
        setup: SetupId::parse(SETUP).unwrap(),
        erp_address: request().erp_address,
        mailbox: request().mailbox,
        client_id: ClientId::parse("adee71b0-aac7-44c2-bdd7-284988503cd3").unwrap(),
        tenant_id: Some(TenantId::parse("a5f0169f-57c9-4e45-b138-1419a64989e4").unwrap()),
        secret_ends: Some(jiff::civil::date(2028, 11, 20)),
        secret: ClientSecret::parse(SECRET).unwrap(),
    }
}

#[test]
fn a_request_is_found_in_the_mail_that_carries_it() {
    let written = request().to_string();
    insta::assert_snapshot!(written);
    let quoted = written.replace('\n', "\n> ");
    let bent = written.replace('"', "”");
    for text in [
        written.clone(),
        format!("Hola:\n\nNecesitamos {{tu}} ayuda.\n{written}\nGracias.\n-- \nMarta"),
        format!("> {quoted}"),
        format!("Re: correo\n{bent}"),
    ] {
        assert_eq!(Request::parse(&text), Ok(request()), "{text}");
    }
}

#[test]
fn a_request_says_in_which_cloud_the_organisation_is() {
    for cloud in CloudId::ALL {
        let request = Request { cloud, ..request() };
        assert_eq!(Request::parse(&request.to_string()), Ok(request));
    }
}

#[test]
fn what_is_no_request_is_named() {
    let written = request().to_string();
    let changed = |from: &str, to: &str| Request::parse(&written.replace(from, to)).unwrap_err();
    assert_eq!(Request::parse("hola").unwrap_err(), NotAnErrand::Missing);
    assert_eq!(
        Request::parse(&written[..written.len() - 20]).unwrap_err(),
        NotAnErrand::Damaged
    );
    assert_eq!(
        changed("\"vincula_request\": 1", "\"vincula_request\": 2"),
        NotAnErrand::TooNew
    );
    assert_eq!(changed("cloud-gestion", "another-erp"), NotAnErrand::UnknownGuide);
    assert_eq!(changed(SETUP, "../../etc/passwd"), NotAnErrand::Damaged);
    assert_eq!(changed("ventas@soler.example", "nobody"), NotAnErrand::Damaged);
    assert_eq!(
        Request::parse(&"x".repeat(super::MOST + 1)).unwrap_err(),
        NotAnErrand::Missing
    );
}

#[test]
fn an_answer_comes_back_whole_and_shows_nothing() {
    let answer = answer();
    assert!(!format!("{answer:?}").contains(SECRET));
    let back = Answer::parse(&answer.write().unwrap()).unwrap();
    assert_eq!(back.secret.expose(), SECRET);
    assert_eq!(
        (back.setup, back.client_id, back.tenant_id, back.secret_ends),
        (
            answer.setup,
            answer.client_id,
            answer.tenant_id,
            answer.secret_ends
        )
    );
    assert_eq!(
        (back.erp_address, back.mailbox),
        (answer.erp_address, answer.mailbox)
    );
}

#[test]
fn an_answer_that_lacks_something_is_none() {
    let written = answer().write().unwrap();
    for (from, to) in [
        (SECRET, "11111111-2222-4333-8444-555555555555"),
        ("\"client_secret\"", "\"other\""),
        ("adee71b0", "x"),
    ] {
        assert!(matches!(
            Answer::parse(&written.replace(from, to)),
            Err(NotAnErrand::Damaged)
        ));
    }
    let newer = written.replace("\"vincula_answer\":1", "\"vincula_answer\":9");
    assert!(matches!(Answer::parse(&newer), Err(NotAnErrand::TooNew)));
    assert!(matches!(
        Answer::parse(&request().to_string()),
        Err(NotAnErrand::Missing)
    ));
}

proptest! {
    #[test]
    fn nothing_breaks_the_readers(text in any::<String>()) {
        let _ = Request::parse(&text);
        let _ = Request::parse(&format!("{{\"vincula_request\":{text}}}"));
        let _ = Answer::parse(&format!("{{\"vincula_answer\":{text}}}"));
        let _ = Passphrase::parse(&text);
    }

    #[test]
    fn a_passphrase_is_read_as_it_is_said(bytes in any::<[u8; 32]>(), more in any::<[u8; 32]>()) {
        let mut random = [0; Passphrase::RANDOM];
        random[..32].copy_from_slice(&bytes);
        random[32..].copy_from_slice(&more);
        if let Some(made) = Passphrase::from_random(&random) {
            prop_assert_eq!(made.expose().len(), 19);
            let said = made.expose().to_uppercase().replace('-', " ");
            let read = Passphrase::parse(&said).unwrap();
            prop_assert_eq!(read.expose(), made.expose());
            let shown = format!("{made:?}");
            prop_assert!(!shown.contains(made.expose()));
        }
    }
}

#[test]
fn a_passphrase_that_is_too_short_or_has_other_letters_is_refused() {
    for text in [
        "",
        "k7fm-2xqe-9dpa-hw3",
        "k7fm-2xqe-9dpa-hw3t-a",
        "k7fm-2xqe-9dpa-hw31",
        "ñ7fm-2xqe-9dpa-hw3t",
    ] {
        assert!(Passphrase::parse(text).is_err(), "{text}");
    }
}
