//! Pictures of every screen, light and dark, in both languages: `cargo xtask pictures`.

use crate::support::{Desk, Opening};
use crate::walk::every_screen;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use vincula_assistant::{DataFolder, SetupFolder, SetupStore as _, SystemClock, new_setup};
use vincula_core::guide::{built_in, find};
use vincula_core::setup::Setup;
use vincula_core::value::{ErpAddress, Mailbox};
use vincula_testbed::{Customer, Session};

/// What each screen is shown in.
const LOOKS: [(&str, &str); 4] = [("es", "light"), ("es", "dark"), ("en", "light"), ("en", "dark")];

#[tokio::test(flavor = "multi_thread")]
#[ignore = "makes files: run by `cargo xtask pictures`"]
async fn pictures() {
    let folder = PathBuf::from(std::env::var_os("VINCULA_PICTURES").expect("the folder for the pictures"));
    std::fs::create_dir_all(&folder).unwrap();
    for (language, theme) in LOOKS {
        let customer = Customer::in_session(Session::with_keyring()).await;
        let gtk = if theme == "dark" {
            "Adwaita:dark"
        } else {
            "Adwaita"
        };
        let opening = Opening {
            environment: vec![("GTK_THEME", gtk.to_owned())],
            ..Opening::default()
        };
        let mut desk = Desk::open_for(customer, opening).await;
        desk.press(&format!("language:{language}")).await;
        every_screen(&mut desk, async |desk: &Desk, screen: &str| {
            // Once it stands still: a dialog may be fading in.
            tokio::time::sleep(Duration::from_millis(450)).await;
            let file = folder.join(format!("{}-{language}-{theme}.png", file_name(screen)));
            desk.driver.screenshot(&file).await.unwrap();
            shrink(&file);
        })
        .await;
        desk.close().await;
        companion(gtk, &folder, language, theme).await;
        other_guides(gtk, &folder, language, theme).await;
    }
}

/// The same job in the narrow window beside the browser.
async fn companion(gtk: &str, folder: &Path, language: &str, theme: &str) {
    let customer = Customer::in_session(Session::with_keyring()).await;
    let opening = Opening {
        environment: vec![("GTK_THEME", gtk.to_owned())],
        ..Opening::default()
    };
    let mut desk = Desk::open_for(customer, opening).await;
    desk.press(&format!("language:{language}")).await;
    desk.begin().await;
    desk.press("beside").await;
    desk.find("[data-action='other-side']").await;
    let see = async |desk: &Desk, screen: &str| {
        tokio::time::sleep(Duration::from_millis(450)).await;
        let file = folder.join(format!("{screen}-companion-{language}-{theme}.png"));
        desk.driver.screenshot(&file).await.unwrap();
        shrink(&file);
    };
    let (application, secret) = (desk.customer.application.clone(), desk.customer.secret.clone());
    see(&desk, "portal").await;
    desk.press("done").await;
    for (step, kind, value) in [
        ("registration", "client_id", &application.client_id),
        ("client-secret", "client_secret", &secret.value),
    ] {
        desk.step(step).await;
        see(&desk, step).await;
        desk.copy(value);
        desk.press(&format!("paste:{kind}")).await;
        desk.press("done").await;
    }
    desk.step("mail-permission").await;
    see(&desk, "mail-permission").await;
    desk.press("done").await;
    desk.page("check").await;
    see(&desk, "check").await;
    let owner = desk.customer.sample.work_user.clone();
    desk.press("check").await;
    desk.page("sign-in").await;
    see(&desk, "sign-in").await;
    desk.person(&owner, vincula_lab::Act::Accept);
    desk.press("sign-in").await;
    desk.page("send").await;
    see(&desk, "send").await;
    desk.press("send").await;
    desk.page("arrival").await;
    see(&desk, "arrival").await;
    desk.press("arrived").await;
    desk.page("hand-over").await;
    see(&desk, "hand-over").await;
    desk.close().await;
}

/// Every page of every guide but the first, whose pages are among the screens.
async fn other_guides(gtk: &str, folder: &Path, language: &str, theme: &str) {
    let customer = Customer::in_session(Session::with_keyring()).await;
    let data = DataFolder::at(&customer.session.home().join("data/vincula")).unwrap();
    let setups = SetupFolder::of(&data).unwrap();
    let begun: Vec<Setup> = built_in()
        .iter()
        .filter(|guide| guide.id != "cloud-gestion")
        .map(|guide| {
            let erp = ErpAddress::parse(&guide.erp.address_example).unwrap();
            let mailbox = Mailbox::parse(&customer.sample.work_user).unwrap();
            new_setup(&setups, &SystemClock, guide, erp, mailbox, None).unwrap()
        })
        .collect();
    let opening = Opening {
        environment: vec![("GTK_THEME", gtk.to_owned())],
        ..Opening::default()
    };
    let desk = Desk::open_for(customer, opening).await;
    desk.press(&format!("language:{language}")).await;
    for setup in begun {
        let guide = find(&setup.guide).unwrap();
        for step in guide.all_steps() {
            setups
                .update(&setup.id, &mut |setup| setup.current_step = Some(step.id.clone()))
                .unwrap();
            desk.driver.refresh().await.unwrap();
            desk.press(&format!("resume:{}", setup.id)).await;
            desk.find(&format!("main[data-step='{}']", step.id)).await;
            tokio::time::sleep(Duration::from_millis(450)).await;
            let name = format!("{}-{}-{language}-{theme}.png", guide.id, step.id);
            let file = folder.join(name);
            desk.driver.screenshot(&file).await.unwrap();
            shrink(&file);
        }
    }
    desk.close().await;
}

/// «dialog: message to IT» as a file's name.
fn file_name(screen: &str) -> String {
    let words: Vec<&str> = screen
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join("-").to_lowercase()
}

/// Flat colours need no more than a palette: a quarter of the size.
fn shrink(picture: &Path) {
    let mut command = Command::new("mogrify");
    command
        .args([
            "-strip",
            "+dither",
            "-colors",
            "255",
            "-define",
            "png:compression-level=9",
        ])
        .arg(picture);
    assert!(
        command.status().unwrap().success(),
        "the picture could not be shrunk"
    );
}
