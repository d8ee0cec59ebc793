//! «No tengo permisos»: the office's window asks and waits, IT's window helps, and the values come back sealed.

use crate::support::Desk;
use std::os::unix::fs::PermissionsExt as _;
use vincula_assistant::{
    DataFolder, SessionSecrets, SetupFolder, SetupStore as _, SystemClock, accept, answer, ask, give,
    new_setup, take_answer,
};
use vincula_core::guide;
use vincula_core::setup::Setup;
use vincula_core::value::{ErpAddress, Mailbox, ValueKind};
use vincula_testbed::Canary;

/// The machine of the other side, without a window.
struct Elsewhere {
    setups: SetupFolder,
    secrets: SessionSecrets,
    _folder: tempfile::TempDir,
}

impl Elsewhere {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self {
            setups: SetupFolder::of(&DataFolder::at(folder.path()).unwrap()).unwrap(),
            secrets: SessionSecrets::default(),
            _folder: folder,
        }
    }

    /// Does the registration that a mail asks for, and answers.
    async fn help(&self, mail: &str, client_id: &str, secret: &str) -> (String, String) {
        let setup = accept(&self.setups, &SystemClock, mail).unwrap();
        for (kind, value) in [
            (ValueKind::ClientId, client_id),
            (ValueKind::ClientSecret, secret),
        ] {
            give(&self.setups, &self.secrets, &SystemClock, &setup.id, kind, value)
                .await
                .unwrap();
        }
        let (sealed, passphrase) = answer(&self.setups, &self.secrets, &setup.id).await.unwrap();
        (sealed, passphrase.expose().to_owned())
    }

    /// A setup that asks.
    fn asking(&self, desk: &Desk) -> (Setup, String) {
        let setup = new_setup(
            &self.setups,
            &SystemClock,
            guide::find("cloud-gestion").unwrap(),
            ErpAddress::parse(&desk.customer.erp.erp_address()).unwrap(),
            Mailbox::parse(&desk.customer.sample.work_user).unwrap(),
            None,
        )
        .unwrap();
        let request = ask(&self.setups, &SystemClock, &setup.id, None)
            .unwrap()
            .to_string();
        (setup, request)
    }
}

/// Opens the dialog, and waits for its message: before it is there the buttons below it move.
async fn ask_it(desk: &Desk) {
    desk.press("ask-it").await;
    desk.find("[data-dialog='it-message'] pre").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_office_asks_waits_and_goes_on_with_the_answer() {
    let mut desk = Desk::open().await;
    let (client_id, secret) = (
        desk.customer.application.client_id.clone(),
        desk.customer.secret.value.clone(),
    );
    let canary = Canary::of(&secret);
    desk.begin().await;
    ask_it(&desk).await;
    desk.press("copy:it-message").await;
    desk.find("[data-waiting]").await;
    let mail = desk.clipboard_text();
    assert!(
        mail.contains("oauth_callback.php") && mail.contains("Mail.Send"),
        "it says what to do: {mail}"
    );
    desk.press("close").await;
    desk.find("[data-waiting-note]").await;
    desk.press("nav-home").await;
    desk.find("[data-waits]").await;
    desk.press_first("resume").await;

    let (sealed, passphrase) = Elsewhere::new().help(&mail, &client_id, &secret).await;
    desk.copy(&format!("Hola, aquí va:\n{sealed}\nUn saludo"));
    desk.press("have-answer").await;
    desk.find("[data-field='passphrase']")
        .await
        .send_keys("aaaa-bbbb-cccc-dddd")
        .await
        .unwrap();
    desk.press("paste-answer").await;
    desk.find("[data-fault='wrong_passphrase']").await;
    let field = desk.find("[data-field='passphrase']").await;
    field.clear().await.unwrap();
    field.send_keys(&passphrase).await.unwrap();
    desk.press("paste-answer").await;
    desk.page("check").await;
    assert!(!desk.has("[data-waiting-note]").await, "it waits no more");
    assert_eq!(
        canary.in_bytes(desk.driver.source().await.unwrap().as_bytes()),
        None
    );
    desk.press("check").await;
    desk.page("sign-in").await;
    let customer = desk.close().await;
    for told in [canary, Canary::of(&passphrase)] {
        let leaks: Vec<_> = told.in_files(customer.session.home());
        assert_eq!(leaks, []);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_helps_in_their_own_window_and_sends_the_answer_back() {
    let mut desk = Desk::open().await;
    let office = Elsewhere::new();
    let (setup, request) = office.asking(&desk);
    desk.copy("nothing of ours");
    desk.press("paste-request").await;
    desk.find("[data-fault='errand_missing']").await;
    desk.copy(&format!("Hello,\n{request}\n"));
    desk.press("paste-request").await;
    desk.step("portal").await;
    desk.press("done").await;
    let client_id = desk.customer.application.client_id.clone();
    let secret = desk.customer.secret.value.clone();
    for (kind, value) in [("client_id", &client_id), ("client_secret", &secret)] {
        desk.copy(value);
        desk.press(&format!("paste:{kind}")).await;
        desk.find(&format!("[data-held='{kind}']")).await;
        desk.press("done").await;
    }
    desk.step("mail-permission").await;
    desk.press("done").await;
    desk.page("check").await;
    desk.press("copy:answer").await;
    let passphrase = desk.find("[data-passphrase]").await.text().await.unwrap();
    let sealed = desk.clipboard_text();
    assert_eq!(Canary::of(&secret).in_bytes(sealed.as_bytes()), None, "sealed");
    let taken = take_answer(
        &office.setups,
        &office.secrets,
        &SystemClock,
        &setup.id,
        &sealed,
        passphrase.trim(),
    )
    .await
    .unwrap();
    assert_eq!(taken.client_id.unwrap().as_str(), client_id);
    assert_eq!(office.setups.load(&setup.id).unwrap().waiting, None);
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn request_and_answer_travel_as_files_and_the_setup_says_for_whom_it_waits() {
    let mut desk = Desk::open().await;
    let (client_id, secret) = (
        desk.customer.application.client_id.clone(),
        desk.customer.secret.value.clone(),
    );
    desk.begin().await;
    ask_it(&desk).await;
    desk.find("[data-field='who']")
        .await
        .send_keys("Marta")
        .await
        .unwrap();
    desk.press("keep:it-message").await;
    let path = desk.attribute("[data-kept]", "data-kept").await;
    let waiting = desk.find("[data-waiting]").await.text().await.unwrap();
    assert!(waiting.contains("Marta"), "{waiting}");
    let request = std::fs::read_to_string(&path).unwrap();
    let (sealed, passphrase) = Elsewhere::new().help(&request, &client_id, &secret).await;
    let answer = desk.customer.session.home().join("respuesta.age.txt");
    std::fs::write(&answer, sealed).unwrap();
    let field = desk.find("[data-field='passphrase']").await;
    field.send_keys(&passphrase).await.unwrap();
    desk.hand_file("open-answer", &answer).await;
    desk.page("check").await;

    // And on the other side: a request that came as a file.
    desk.press("nav-home").await;
    desk.page("welcome").await;
    let (_, request) = Elsewhere::new().asking(&desk);
    let file = desk.customer.session.home().join("peticion.txt");
    std::fs::write(&file, format!("Hola:\n{request}")).unwrap();
    desk.hand_file("open-file", &file).await;
    desk.step("portal").await;
    desk.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_message_opens_in_the_persons_own_mail_program_and_is_copied_too() {
    let mut desk = Desk::open().await;
    let home = desk.customer.session.home().to_owned();
    let opened = home.join("opened");
    let program = home.join("mail-program");
    std::fs::write(
        &program,
        format!("#!/bin/sh\nprintf '%s' \"$1\" > '{}'\n", opened.display()),
    )
    .unwrap();
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    let applications = home.join("data/applications");
    std::fs::create_dir_all(&applications).unwrap();
    std::fs::create_dir_all(home.join("config")).unwrap();
    let entry = format!(
        "[Desktop Entry]\nType=Application\nName=Mail\nExec={} %u\nMimeType=x-scheme-handler/mailto;\n",
        program.display()
    );
    std::fs::write(applications.join("mail.desktop"), entry).unwrap();
    let defaults = "[Default Applications]\nx-scheme-handler/mailto=mail.desktop\n";
    std::fs::write(home.join("config/mimeapps.list"), defaults).unwrap();
    desk.begin().await;
    ask_it(&desk).await;
    let it = "marta@soler.example";
    desk.find("[data-field='who']").await.send_keys(it).await.unwrap();
    desk.press("mail:it-message").await;
    desk.find("[data-waiting]").await;
    let began = std::time::Instant::now();
    let address = loop {
        match std::fs::read_to_string(&opened) {
            Ok(address) if !address.is_empty() => break address,
            _ if began.elapsed().as_secs() > 20 => panic!("no mail program was opened"),
            _ => tokio::time::sleep(std::time::Duration::from_millis(50)).await,
        }
    };
    assert!(address.starts_with(&format!("mailto:{it}?subject=")), "{address}");
    assert!(address.len() <= 2_000, "{}", address.len());
    assert!(desk.clipboard_text().contains("vincula_request"));
    desk.close().await;
}
