//! Pictures of every screen, light and dark, in both languages: `cargo xtask pictures`.

use crate::support::{Desk, Opening};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use vincula_lab::Act;
use vincula_testbed::{Customer, Session};

/// What each screen is shown in.
const LOOKS: [(&str, &str); 4] = [("es", "light"), ("es", "dark"), ("en", "light"), ("en", "dark")];

#[tokio::test(flavor = "multi_thread")]
#[ignore = "makes files: run by `cargo xtask pictures`"]
async fn pictures() {
    let folder = PathBuf::from(std::env::var_os("VINCULA_PICTURES").expect("the folder for the pictures"));
    std::fs::create_dir_all(&folder).unwrap();
    for (language, theme) in LOOKS {
        let album = Album {
            folder: folder.clone(),
            look: format!("{language}-{theme}"),
        };
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
        album.fill(&mut desk).await;
        desk.close().await;
    }
}

/// The pictures of one look.
struct Album {
    folder: PathBuf,
    look: String,
}

impl Album {
    /// Goes from the first page to the last, as a person does, with a picture of each.
    async fn fill(&self, desk: &mut Desk) {
        self.page(desk, "welcome").await;
        desk.press("start-guide:cloud-gestion").await;
        desk.page("details").await;
        desk.press("continue").await;
        desk.find("[data-error-summary]").await;
        self.page(desk, "details-refused").await;
        desk.press("back").await;
        desk.begin().await;
        self.page(desk, "step-portal").await;
        desk.press("fast-path").await;
        desk.page("fast").await;
        self.page(desk, "fast").await;
        desk.press("back").await;
        desk.step("portal").await;
        desk.press("stuck").await;
        desk.find("[data-dialog]").await;
        self.page(desk, "stuck").await;
        desk.driver.refresh().await.unwrap();
        desk.find("[data-action^='resume:']").await;
        self.page(desk, "welcome-resume").await;
        desk.find("[data-action^='resume:']").await.click().await.unwrap();
        desk.step("portal").await;
        desk.press("done").await;
        for step in ["app-registrations", "new-registration"] {
            desk.step(step).await;
            self.page(desk, &format!("step-{step}")).await;
            desk.press("done").await;
        }
        self.values(desk).await;
        for step in ["redirect-uri", "mail-permission"] {
            desk.step(step).await;
            self.page(desk, &format!("step-{step}")).await;
            desk.press("done").await;
        }
        self.proof(desk).await;
    }

    async fn values(&self, desk: &mut Desk) {
        let (application, secret) = (desk.customer.application.clone(), desk.customer.secret.clone());
        desk.step("client-id").await;
        self.page(desk, "step-client-id").await;
        desk.copy(&secret.value);
        desk.press("paste:client_id").await;
        desk.find("[data-refused]").await;
        self.page(desk, "step-client-id-refused").await;
        desk.copy(&application.client_id);
        desk.press("paste:client_id").await;
        desk.find("[data-held='client_id']").await;
        self.page(desk, "step-client-id-accepted").await;
        desk.press("done").await;
        desk.step("client-secret").await;
        self.page(desk, "step-client-secret").await;
        desk.copy(&secret.secret_id);
        desk.press("paste:client_secret").await;
        desk.find("[data-refused]").await;
        self.page(desk, "step-client-secret-refused").await;
        desk.copy(&secret.value);
        desk.press("paste:client_secret").await;
        desk.find("[data-held='client_secret']").await;
        self.page(desk, "step-client-secret-accepted").await;
        desk.press("done").await;
    }

    async fn proof(&self, desk: &mut Desk) {
        let owner = desk.customer.sample.work_user.clone();
        let other = desk.customer.sample.administrator.clone();
        desk.page("check").await;
        self.page(desk, "check").await;
        desk.press("check").await;
        desk.page("sign-in").await;
        self.page(desk, "sign-in").await;
        desk.person(&owner, Act::StayOnPage);
        desk.press("sign-in").await;
        desk.find("[data-window='open']").await;
        self.page(desk, "sign-in-open").await;
        desk.press("cancel").await;
        desk.find("[data-action='sign-in']").await;
        desk.person(&other, Act::Accept);
        desk.press("sign-in").await;
        desk.find("[data-problem]").await;
        self.page(desk, "fix").await;
        desk.person(&owner, Act::Accept);
        desk.press("remedy").await;
        for (page, action) in [
            ("send", "send"),
            ("arrival", "arrived"),
            ("hand-over", "copy:client_id"),
        ] {
            desk.page(page).await;
            self.page(desk, page).await;
            desk.press(action).await;
        }
        desk.press("handed-over").await;
        desk.page("end").await;
        self.page(desk, "end").await;
    }

    /// A picture of what the window shows now, once it stands still.
    async fn page(&self, desk: &Desk, name: &str) {
        tokio::time::sleep(Duration::from_millis(450)).await;
        let file = self.folder.join(format!("{name}-{}.png", self.look));
        desk.driver.screenshot(&file).await.unwrap();
        shrink(&file);
    }
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
