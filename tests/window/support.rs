//! The window of a customer's case, and what a person does with it.

use serde_json::{Value, json};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;
use thirtyfour::{Capabilities, WebDriver};
use vincula_lab::{Act, Autopilot};
use vincula_testbed::{Child, Customer, Display, Session};

/// How long a person would wait before they think that it hangs. A bound for the test, not a figure.
const PATIENCE: Duration = Duration::from_secs(40);
/// The name that the program holds on the bus while it runs.
const BUS_NAME: &str = "app.vincula.desktop.SingleInstance";

/// A customer's case with the assistant's window open on a display of its own.
pub(crate) struct Desk {
    pub(crate) customer: Customer,
    pub(crate) driver: WebDriver,
    pub(crate) display: Display,
    clipboard: Option<Child>,
    // After the window: its display must outlive it.
    _webdriver: Child,
}

/// How the window is opened.
pub(crate) struct Opening {
    pub(crate) arguments: Vec<String>,
    pub(crate) environment: Vec<(&'static str, String)>,
    pub(crate) size: (u32, u32),
    /// Opened by an address of our scheme, which stands alone: without a lab then.
    pub(crate) link: Option<String>,
}

impl Default for Opening {
    fn default() -> Self {
        Self {
            arguments: Vec::new(),
            environment: Vec::new(),
            size: (1280, 900),
            link: None,
        }
    }
}

impl Desk {
    pub(crate) async fn open() -> Self {
        Self::open_for(
            Customer::in_session(Session::with_keyring()).await,
            Opening::default(),
        )
        .await
    }

    /// Opens the window for a case, talking to the case's lab.
    pub(crate) async fn open_for(customer: Customer, opening: Opening) -> Self {
        let display = Display::of_size(opening.size.0, opening.size.1);
        // A port that was free a moment ago: WebKitWebDriver cannot choose one itself.
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let mut command = customer.session.run("WebKitWebDriver");
        command
            .args(["--host=127.0.0.1", &format!("--port={port}")])
            .env("DISPLAY", display.name())
            .env("GDK_BACKEND", "x11")
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            // There is no compositor and no GPU under Xvfb.
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .envs(opening.environment)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let webdriver = Child::start(&mut command);
        let mut arguments = match opening.link {
            Some(link) => vec![link],
            None => vec!["--lab".to_owned(), customer.lab_address()],
        };
        arguments.extend(opening.arguments);
        let options = json!({ "binary": env!("CARGO_BIN_EXE_vincula-desktop"), "args": arguments });
        let mut capabilities = Capabilities::new();
        capabilities.set("webkitgtk:browserOptions", options).unwrap();
        let began = Instant::now();
        let driver = loop {
            match WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities.clone()).await {
                Ok(driver) => break driver,
                Err(error) if began.elapsed() > PATIENCE => panic!("the window does not open: {error}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        };
        let desk = Self {
            customer,
            driver,
            display,
            clipboard: None,
            _webdriver: webdriver,
        };
        desk.page("welcome").await;
        desk
    }

    /// Closes the window and hands the case back once the program has ended: while it has not, a second start in
    /// the same session would only bring the first one forward.
    pub(crate) async fn close(self) -> Customer {
        self.driver.quit().await.unwrap();
        let began = Instant::now();
        while self.customer.session.runs("vincula-desktop") || has_name(&self.customer.session) {
            assert!(began.elapsed() < PATIENCE, "the assistant does not end");
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
        self.customer
    }

    /// Waits for an element.
    pub(crate) async fn find(&self, selector: &str) -> WebElement {
        let began = Instant::now();
        loop {
            if let Ok(element) = self.driver.find(By::Css(selector)).await {
                return element;
            }
            if began.elapsed() > PATIENCE {
                let page = self.driver.source().await.unwrap_or_default();
                panic!("not there: {selector}\n{page}");
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// An attribute of an element, once the element is there.
    pub(crate) async fn attribute(&self, selector: &str, name: &str) -> String {
        let element = self.find(selector).await;
        element.attr(name).await.unwrap().unwrap()
    }

    /// Whether an element is there now.
    pub(crate) async fn has(&self, selector: &str) -> bool {
        self.driver.find(By::Css(selector)).await.is_ok()
    }

    /// Waits for a page, or for one of the parts that a page goes through.
    pub(crate) async fn page(&self, name: &str) -> WebElement {
        self.find(&format!("main:is([data-page='{name}'], [data-phase='{name}'])"))
            .await
    }

    /// Waits for a step's page.
    pub(crate) async fn step(&self, id: &str) -> WebElement {
        self.find(&format!("main[data-step='{id}']")).await
    }

    /// Presses a button once it can be pressed.
    pub(crate) async fn press(&self, action: &str) {
        self.press_what(&format!("[data-action='{action}']:not([aria-disabled='true'])"))
            .await;
    }

    /// Presses the first button whose action is of this kind, such as «resume», whatever setup it is for.
    pub(crate) async fn press_first(&self, kind: &str) {
        self.press_what(&format!("[data-action^='{kind}:']:not([aria-disabled='true'])"))
            .await;
    }

    async fn press_what(&self, selector: &str) {
        let began = Instant::now();
        // A page may be redrawn between finding and pressing; what is under the bar of buttons a person scrolls to,
        // and the driver does not.
        while let Err(error) = self.find(selector).await.click().await {
            assert!(began.elapsed() < PATIENCE, "cannot press {selector}: {error}");
            self.script(&format!(
                "document.querySelector(\"{selector}\")?.scrollIntoView({{ block: 'center' }})"
            ))
            .await;
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Chooses an answer of a list.
    pub(crate) async fn choose(&self, field: &str, answer: &str) {
        // WebKitGTK draws the open list in a window of its own, which no driver reaches: the keyboard it is.
        let list = format!("[data-field='{field}']");
        self.find(&list).await.send_keys(answer).await.unwrap();
    }

    /// Ticks an answer, by the keyboard: the driver does not scroll inside a dialog.
    pub(crate) async fn tick(&self, action: &str) {
        let answer = self.find(&format!("[data-action='{action}']")).await;
        answer.send_keys(" ").await.unwrap();
    }

    /// Hands a file to a button that opens one, as the system's dialog would.
    pub(crate) async fn hand_file(&self, action: &str, path: &Path) {
        let input = self.find(&format!("[data-file='{action}']")).await;
        input.send_keys(path.to_str().unwrap()).await.unwrap();
    }

    /// Opens an address as the browser hands it to the system.
    pub(crate) fn open_link(&self, address: &str) {
        let mut command = self.customer.session.run("gio");
        command
            .args(["open", address])
            .env("DISPLAY", self.display.name());
        assert!(command.status().unwrap().success(), "gio open");
    }

    /// Puts a text on the clipboard, as another program would.
    pub(crate) fn copy(&mut self, text: &str) {
        use std::io::Write as _;
        let mut command = Command::new("xclip");
        command
            .args(["-selection", "clipboard", "-quiet"])
            .env("DISPLAY", self.display.name());
        let mut program = Child::start(
            command
                .stdin(Stdio::piped())
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        );
        program
            .process()
            .stdin
            .take()
            .unwrap()
            .write_all(text.as_bytes())
            .unwrap();
        // The program before gives the clipboard up to this one.
        self.clipboard = Some(program);
        let began = Instant::now();
        while self.clipboard_text() != text {
            assert!(began.elapsed() < PATIENCE, "the clipboard does not take the text");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// What another program would paste.
    pub(crate) fn clipboard_text(&self) -> String {
        let mut command = Command::new("xclip");
        command
            .args(["-selection", "clipboard", "-out"])
            .env("DISPLAY", self.display.name());
        String::from_utf8_lossy(&command.output().unwrap().stdout).into_owned()
    }

    /// The lab's pages advance by themselves, as this person: nothing may be injected into Microsoft's page.
    pub(crate) fn person(&self, address: &str, act: Act) {
        let autopilot = Autopilot {
            address: address.to_owned(),
            act,
            delay: Duration::from_millis(50),
        };
        self.customer.lab.world().set_autopilot(Some(autopilot));
    }

    /// From the welcome page to the first step, both details pasted.
    pub(crate) async fn begin(&mut self) {
        self.press("start-guide:cloud-gestion").await;
        self.page("details").await;
        let erp = format!(
            "https://{}/index.php?modulo=ventas",
            self.customer.erp.erp_address()
        );
        let mailbox = self.customer.sample.work_user.clone();
        for (kind, value) in [("erp_address", erp), ("mailbox", mailbox)] {
            self.copy(&value);
            self.press(&format!("paste:{kind}")).await;
            self.filled(kind).await;
        }
        self.press("continue").await;
        self.step("portal").await;
    }

    /// Waits until a field has a text.
    pub(crate) async fn filled(&self, field: &str) {
        let began = Instant::now();
        let selector = format!("[data-field='{field}']");
        while self
            .find(&selector)
            .await
            .prop("value")
            .await
            .unwrap()
            .unwrap_or_default()
            .is_empty()
        {
            assert!(began.elapsed() < PATIENCE, "nothing was pasted into {field}");
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// From the welcome page to the last step, with the case's values, all of them pasted.
    pub(crate) async fn prepare(&mut self) {
        self.begin().await;
        self.step("portal").await;
        self.press("done").await;
        self.step("registration").await;
        let client_id = format!("  {}\n", self.customer.application.client_id);
        self.copy(&client_id);
        self.press("paste:client_id").await;
        self.press("done").await;
        self.step("client-secret").await;
        let secret = self.customer.secret.value.clone();
        self.copy(&secret);
        self.press("paste:client_secret").await;
        self.press("done").await;
        self.step("mail-permission").await;
        self.press("done").await;
        self.page("check").await;
    }

    /// The outcome of a check on the page, once it has one.
    pub(crate) async fn outcome(&self, check: &str) -> String {
        self.find(&format!("[data-check='{check}']"))
            .await
            .attr("data-outcome")
            .await
            .unwrap()
            .unwrap_or_default()
    }

    /// Waits for the failure panel and gives the problem's name.
    pub(crate) async fn problem(&self) -> String {
        self.find("[data-problem]")
            .await
            .attr("data-problem")
            .await
            .unwrap()
            .unwrap_or_default()
    }

    /// Runs a script in the assistant's own page, as a hostile script there would.
    pub(crate) async fn script(&self, script: &str) -> Value {
        self.driver
            .execute(script, Vec::new())
            .await
            .unwrap()
            .json()
            .clone()
    }

    /// Runs `xdotool` on this display.
    pub(crate) fn xdotool(&self, arguments: &[&str]) -> String {
        let mut command = Command::new("xdotool");
        let output = command
            .args(arguments)
            .env("DISPLAY", self.display.name())
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    /// The id of the visible window with this title, once there is one.
    pub(crate) fn window(&self, title: &str) -> String {
        let windows = self.xdotool(&["search", "--sync", "--onlyvisible", "--name", title]);
        windows
            .lines()
            .next_back()
            .expect("the window is there")
            .to_owned()
    }

    /// Gives the page this many pixels, fewer than the window allows too: a screen at 400 % has no more room.
    pub(crate) async fn resize(&self, width: u32, height: u32) {
        let size = [width.to_string(), height.to_string()];
        let began = Instant::now();
        // Twice in a row: what changes with the size moves for 120 ms, and the window may take its least size back.
        let mut fits = 0;
        while fits < 2 {
            if self.script("return [innerWidth, innerHeight]").await == json!([width, height]) {
                fits += 1;
            } else {
                fits = 0;
                assert!(began.elapsed() < PATIENCE, "the window stays as large as it is");
                // None is found while another window goes.
                let window = self.xdotool(&["search", "--onlyvisible", "--name", "^Vincula$"]);
                for window in window.lines() {
                    let mut hints = Command::new("xprop");
                    hints.args(["-id", window, "-remove", "WM_NORMAL_HINTS"]);
                    hints.env("DISPLAY", self.display.name()).status().unwrap();
                    self.xdotool(&["windowsize", window, &size[0], &size[1]]);
                }
            }
            tokio::time::sleep(Duration::from_millis(70)).await;
        }
    }
}

/// Whether the bus still knows the program. Its process can be gone from sight a moment before the system closes
/// its connections; without a bus nobody knows anybody.
fn has_name(session: &Session) -> bool {
    let mut asks = session.run("gdbus");
    asks.args(["call", "--session", "--dest", "org.freedesktop.DBus"])
        .args(["--object-path", "/org/freedesktop/DBus"])
        .args(["--method", "org.freedesktop.DBus.NameHasOwner", BUS_NAME]);
    let answer = asks.output().unwrap().stdout;
    answer.starts_with(b"(true")
}
