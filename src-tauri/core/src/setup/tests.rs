//! The file of a setup, and what it must never hold.

use super::{Proven, Renewal, RenewalStage, Setup, SetupFile, SetupId, SetupName, Verification};
use crate::check::{CheckId, CheckResult, Outcome, SkipReason, UnknownReason};
use crate::cloud::CloudId;
use crate::health::{Reminded, Warning};
use crate::problem::{Evidence, Problem, ProblemKind};
use crate::value::{ClientId, ErpAddress, Mailbox, Refusal, TenantId};
use jiff::Timestamp;
use jiff::civil::date;
use serde_json::Value;

const SECRET: &str = "abc8Q~0123.56789~12345678901234567890.2";

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub(super) fn full() -> Setup {
    let id = SetupId::parse("0f8fad5b-d9cb-469f-a165-70867728950e").unwrap();
    let erp = ErpAddress::parse("empresa.cloudgestion1.app").unwrap();
    let mailbox = Mailbox::parse("Ana@empresa.es").unwrap();
    let mut setup = Setup::new(id, "cloud-gestion", erp, mailbox, at("2026-05-24T13:34:39Z"));
    setup.client_id = Some(ClientId::parse("3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10").unwrap());
    setup.tenant_id = Some(TenantId::parse("9188040d-6c67-4c5b-b112-36a304b66dad").unwrap());
    setup.mark_done("portal");
    setup.current_step = Some("app-registrations".to_owned());
    let problem = Problem::new(
        ProblemKind::SecretWrong,
        Evidence {
            status: Some(401),
            ..Evidence::default()
        },
    );
    let checks = [
        (CheckId::Tenant, Outcome::Passed),
        (
            CheckId::Application,
            Outcome::Unknown {
                why: UnknownReason::AnswerNotUnderstood,
            },
        ),
        (CheckId::Secret, Outcome::Failed { problem }),
        (
            CheckId::SignIn,
            Outcome::Skipped {
                why: SkipReason::EarlierFailure,
            },
        ),
    ];
    let checks = checks
        .into_iter()
        .map(|(check, outcome)| CheckResult { check, outcome })
        .collect();
    setup.verification = Some(Verification {
        at: at("2026-05-24T14:00:00Z"),
        proven: false,
        checks,
    });
    setup
}

#[test]
fn the_form_of_the_file_is_this_one() {
    let mut setup = full();
    setup.revision = setup.revision.next();
    insta::assert_snapshot!(serde_json::to_string_pretty(&SetupFile::of(&setup).unwrap()).unwrap(), @r#"
    {
      "schema": 2,
      "revision": 1,
      "checksum": "22e63ebf30fc73d96f0dd7ed5be419a6c615f95e3e73867b9e588c06aa0c27b9",
      "setup": {
        "id": "0f8fad5b-d9cb-469f-a165-70867728950e",
        "guide": "cloud-gestion",
        "erp_address": "empresa.cloudgestion1.app",
        "mailbox": "Ana@empresa.es",
        "tenant_id": "9188040d-6c67-4c5b-b112-36a304b66dad",
        "client_id": "3f0a9c1e-77b2-4c1d-9e55-0d2b6a8f4c10",
        "steps_done": [
          "portal"
        ],
        "current_step": "app-registrations",
        "created_at": "2026-05-24T13:34:39Z",
        "updated_at": "2026-05-24T13:34:39Z",
        "verification": {
          "at": "2026-05-24T14:00:00Z",
          "proven": false,
          "checks": [
            {
              "check": "tenant",
              "outcome": "passed"
            },
            {
              "check": "application",
              "outcome": "unknown",
              "why": "answer_not_understood"
            },
            {
              "check": "secret",
              "outcome": "failed",
              "problem": {
                "kind": "secret_wrong",
                "evidence": {
                  "status": 401
                }
              }
            },
            {
              "check": "sign_in",
              "outcome": "skipped",
              "why": "earlier_failure"
            }
          ]
        }
      }
    }
    "#);
}

/// The same with all that comes once it works.
fn kept_alive() -> Setup {
    let mut setup = full();
    setup.name = Some(SetupName::parse("Ventas de Soler").unwrap());
    setup.proven = Proven {
        first: Some(at("2026-05-24T14:00:00Z")),
        since: Some(at("2026-06-24T14:00:00Z")),
    };
    setup.renewal = Some(Renewal {
        key: SetupId::parse("7c9e6679-7425-40de-944b-e07fc1f90ae7").unwrap(),
        since: at("2026-10-01T08:00:00Z"),
        old_ends: Some(date(2026, 10, 20)),
        stage: RenewalStage::Proves {
            given: at("2026-10-01T08:05:00Z"),
            ends: Some(date(2027, 3, 30)),
        },
    });
    setup.reminded = Some(Reminded {
        ends: date(2026, 10, 20),
        warning: Warning::Month,
    });
    setup.archived_at = Some(at("2026-10-02T08:00:00Z"));
    setup
}

#[test]
fn what_keeps_it_alive_is_written_like_this() {
    let written = serde_json::to_value(kept_alive()).unwrap();
    let mut new = written.clone();
    let known = serde_json::to_value(full()).unwrap();
    new.as_object_mut()
        .unwrap()
        .retain(|field, _| known.get(field).is_none());
    insta::assert_snapshot!(serde_json::to_string_pretty(&new).unwrap());
    let read: Setup = serde_json::from_value(written).unwrap();
    assert_eq!(read, kept_alive());
}

#[test]
fn a_file_names_the_cloud_where_it_is_not_the_global_one() {
    let mut setup = full();
    for cloud in CloudId::ALL {
        setup.cloud = cloud;
        let written = serde_json::to_value(&setup).unwrap();
        let named = written.get("cloud").and_then(Value::as_str);
        assert_eq!(named, (!cloud.is_global()).then_some(cloud.as_str()));
        let read: Setup = serde_json::from_value(written).unwrap();
        assert_eq!(read.cloud, cloud);
    }
}

#[test]
fn a_new_setup_is_read_without_what_it_does_not_have_yet() {
    let mut setup = full();
    setup = Setup::new(
        setup.id,
        "cloud-gestion",
        setup.erp_address,
        setup.mailbox,
        setup.created_at,
    );
    let json = serde_json::to_value(&setup).unwrap();
    for absent in ["tenant_id", "client_id", "current_step", "verification"] {
        assert_eq!(json.get(absent), None);
    }
    assert_eq!(serde_json::from_value::<Setup>(json).unwrap(), setup);
}

/// The path of every text in a JSON value.
fn texts(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(path.to_owned()),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(at, item)| texts(item, &format!("{path}/{at}"), found)),
        Value::Object(fields) => fields
            .iter()
            .for_each(|(name, item)| texts(item, &format!("{path}/{name}"), found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn no_value_of_a_setup_can_hold_a_secret() {
    let good = serde_json::to_value(kept_alive()).unwrap();
    let mut paths = Vec::new();
    texts(&good, "", &mut paths);
    let takes_a_secret = |path: &&String| {
        let mut planted = good.clone();
        *planted.pointer_mut(path).unwrap() = SECRET.into();
        serde_json::from_value::<Setup>(planted).is_ok()
    };
    let free: Vec<&String> = paths.iter().filter(takes_a_secret).collect();
    // Names out of the guide's file, which the person never types.
    assert_eq!(free, ["/guide", "/steps_done/0", "/current_step"]);
}

#[test]
fn a_field_for_a_secret_would_be_dropped_and_not_kept() {
    let mut planted = serde_json::to_value(full()).unwrap();
    planted["client_secret"] = SECRET.into();
    let read: Setup = serde_json::from_value(planted).unwrap();
    assert!(!serde_json::to_string(&read).unwrap().contains(SECRET));
}

#[test]
fn an_id_is_a_file_name_and_never_a_path() {
    let good = "0f8fad5b-d9cb-469f-a165-70867728950e";
    assert_eq!(SetupId::parse(good).unwrap().as_str(), good);
    for bad in [
        "",
        "0F8FAD5B-D9CB-469F-A165-70867728950E",
        "0f8fad5bd9cb469fa16570867728950e",
        "../../../etc/passwd",
        "../../..-..-....-....-....-............",
        "0f8fad5b-d9cb-469f-a165-70867728950e.json",
        "0f8fad5b/d9cb/469f/a165/70867728950e",
        "0f8fad5g-d9cb-469f-a165-70867728950e",
        "0f8fad5b-d9cb-469f-a165-70867728950e\0",
        " 0f8fad5b-d9cb-469f-a165-70867728950e",
    ] {
        assert!(SetupId::parse(bad).is_err(), "{bad:?}");
    }
}

#[test]
fn a_step_is_done_once_and_a_change_voids_the_proof() {
    let mut setup = full();
    setup.mark_done("portal");
    setup.mark_done("secret");
    assert_eq!(setup.steps_done, ["portal", "secret"]);
    assert!(setup.is_done("secret") && !setup.is_done("nowhere"));
    assert_eq!(setup.current_step, None);
    setup.unprove();
    assert_eq!(setup.verification, None);
}

#[test]
fn a_name_is_one_bounded_line_and_never_a_secret() {
    let named = |text: &str| SetupName::parse(text).map(String::from);
    assert_eq!(
        named("  Ventas\r\n de\tSoler\u{202E}\u{0} "),
        Ok("Ventas de Soler".to_owned())
    );
    assert_eq!(named("\u{200B} \n"), Err(Refusal::Empty));
    assert_eq!(named(&"ñ".repeat(60)), Ok("ñ".repeat(60)));
    assert_eq!(named(&"ñ".repeat(61)), Err(Refusal::TooLong));
    assert_eq!(named(SECRET), Err(Refusal::LooksLikeSecret));
    assert_eq!(named(&format!("Ventas {SECRET}")), Err(Refusal::LooksLikeSecret));
}

fn run(when: &str, proven: bool, failure: Option<ProblemKind>) -> Verification {
    let checks = failure.map(|kind| CheckResult {
        check: CheckId::Secret,
        outcome: Outcome::Failed { problem: kind.into() },
    });
    Verification {
        at: at(when),
        proven,
        checks: checks.into_iter().collect(),
    }
}

#[test]
fn it_works_since_the_first_proof_after_the_last_change_and_the_last_failure() {
    let mut setup = full();
    setup.verification = None;
    assert_eq!(setup.works_since(), None);
    setup.verified(run("2026-06-01T10:00:00Z", true, None));
    setup.verified(run("2026-07-01T10:00:00Z", true, None));
    assert_eq!(setup.works_since(), Some(at("2026-06-01T10:00:00Z")));
    // A network that is down says nothing about the setup.
    setup.verified(run(
        "2026-07-02T10:00:00Z",
        false,
        Some(ProblemKind::NetworkTrouble),
    ));
    assert_eq!(setup.works_since(), Some(at("2026-06-01T10:00:00Z")));
    setup.verified(run(
        "2026-07-03T10:00:00Z",
        false,
        Some(ProblemKind::SecretExpired),
    ));
    assert_eq!(setup.works_since(), None);
    setup.verified(run("2026-07-04T10:00:00Z", true, None));
    assert_eq!(setup.works_since(), Some(at("2026-07-04T10:00:00Z")));
    setup.unprove();
    assert_eq!(setup.works_since(), None);
    assert_eq!(setup.first_proven(), Some(at("2026-06-01T10:00:00Z")));
}

#[test]
fn what_an_older_version_proved_counts() {
    let mut setup = full();
    setup.verification = Some(run("2026-06-01T10:00:00Z", true, None));
    assert_eq!(setup.works_since(), Some(at("2026-06-01T10:00:00Z")));
    setup.unprove();
    assert_eq!(setup.first_proven(), Some(at("2026-06-01T10:00:00Z")));
}

#[test]
fn the_old_secret_is_the_setups_own_until_the_new_one_is_proven() {
    let mut setup = kept_alive();
    setup.secret_ends = Some(date(2026, 10, 20));
    let key = setup.renewal.clone().unwrap().key;
    assert_eq!(setup.secret_in_hand(), &key);
    assert_eq!(setup.end_in_hand(), Some(date(2027, 3, 30)));
    setup.note_end_in_hand(date(2027, 4, 1));
    assert_eq!(
        setup.secret_ends,
        Some(date(2026, 10, 20)),
        "that is the old one's"
    );
    setup.renewed();
    assert_eq!(setup.secret_in_hand(), &setup.id);
    assert_eq!(setup.secret_ends, Some(date(2027, 4, 1)));
    assert_eq!(setup.given.client_secret, Some(at("2026-10-01T08:05:00Z")));
    assert_eq!(setup.renewal.as_ref().unwrap().old_ends, Some(date(2026, 10, 20)));
    assert_eq!(
        setup.secret_keys().collect::<Vec<_>>(),
        [&setup.id, &key],
        "what may still lie under the key is forgotten with the setup"
    );
}

#[test]
fn a_duplicate_has_the_values_and_nothing_of_the_secret_or_the_proof() {
    let setup = kept_alive();
    let id = SetupId::parse("16fd2706-8baf-433b-82eb-8c7fada847da").unwrap();
    let copy = setup.duplicate(id.clone(), at("2026-11-01T08:00:00Z"));
    assert_eq!((&copy.id, &copy.guide), (&id, &setup.guide));
    assert_eq!(
        (&copy.client_id, &copy.tenant_id),
        (&setup.client_id, &setup.tenant_id)
    );
    assert_eq!(
        (&copy.verification, &copy.renewal, copy.secret_ends),
        (&None, &None, None)
    );
    assert_eq!(
        (copy.first_proven(), copy.archived_at, copy.steps_done.len()),
        (None, None, 0)
    );
}
