//! The whole job by keyboard alone: no click anywhere, every focus is seen, every page begins at its heading.

use crate::support::Desk;
use serde_json::Value;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};
use thirtyfour::{Key, TypingData};
use vincula_lab::Act;

/// How long a page may take to come.
const PATIENCE: Duration = Duration::from_secs(40);

/// Longer is no way by keyboard.
const MOST_TABS: u32 = 40;

/// Where the focus is and how it looks. The element's look without the focus was kept when its page came.
const FOCUS: &str = "
    const element = document.activeElement;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const rest = window.atRest?.get(element);
    const ring = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    const differs = !rest || rest.outline !== outlineStyle + outlineWidth || rest.shadow !== boxShadow;
    const { left, top, width, height } = element.getBoundingClientRect();
    const seen = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20));
    return {
      wanted: element.matches(arguments[0]),
      name: `${element.tagName.toLowerCase()} ${element.dataset.action ?? element.dataset.field ?? ''}`,
      visible: (ring || (rest !== undefined && rest.shadow !== boxShadow)) && differs,
      uncovered: seen !== null && (element.contains(seen) || seen.contains(element)),
      place: `${seen?.outerHTML.slice(0, 100)} at ${left}, ${top} of ${innerWidth} × ${innerHeight}`,
    };";

const KEEP: &str = "
    window.atRest = new Map();
    for (const element of document.querySelectorAll('a[href], button, input, summary, [tabindex]')) {
      if (element === document.activeElement) continue;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      window.atRest.set(element, { outline: outlineStyle + outlineWidth, shadow: boxShadow });
    }";

/// A person without a mouse, and what they had to do.
#[derive(Default)]
struct Hands {
    tabs: u32,
    presses: u32,
    pastes: Vec<String>,
    pages: Vec<String>,
    /// Times that the person leaves for the browser and comes back.
    away: usize,
    focused: BTreeSet<String>,
}

impl Hands {
    async fn keys(&self, desk: &Desk, keys: impl Into<TypingData>) {
        let chain = desk
            .driver
            .action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO));
        chain.send_keys(keys).perform().await.unwrap();
    }

    async fn back(&self, desk: &Desk) {
        let chain = desk
            .driver
            .action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO));
        let chain = chain.key_down(Key::Shift).send_keys(Key::Tab).key_up(Key::Shift);
        chain.perform().await.unwrap();
    }

    async fn focus(&self, desk: &Desk, selector: &str) -> Value {
        let selector = vec![Value::from(selector)];
        desk.driver.execute(FOCUS, selector).await.unwrap().json().clone()
    }

    /// A page has come: its heading has the focus, unless it is the first page of all.
    async fn arrive(&mut self, desk: &Desk, main: &str) {
        desk.find(main).await;
        let began = Instant::now();
        let heading = if self.pages.is_empty() {
            "body".to_owned()
        } else {
            format!("{main} h1")
        };
        loop {
            let focus = self.focus(desk, &heading).await;
            if focus["wanted"] == true {
                break;
            }
            assert!(
                began.elapsed() < PATIENCE,
                "{main}: the focus is on {}, not on the heading",
                focus["name"]
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        desk.script(KEEP).await;
        self.pages.push(main.to_owned());
    }

    /// What follows on the same page has come, and the focus has stayed on the button that leads on.
    async fn next(&self, desk: &Desk, action: &str) {
        let selector = format!("[data-action='{action}']:not([aria-disabled='true'])");
        desk.find(&selector).await;
        let focus = self.focus(desk, &selector).await;
        assert_eq!(focus["wanted"], true, "the focus went to {}", focus["name"]);
        desk.script(KEEP).await;
    }

    /// Tabs to an element; every focus on the way is seen.
    async fn reach(&mut self, desk: &Desk, selector: &str) {
        let began = Instant::now();
        let mut way = Vec::new();
        loop {
            let focus = self.focus(desk, selector).await;
            if focus["wanted"] == true {
                break;
            }
            assert!(
                way.len() < MOST_TABS as usize,
                "no way to {selector} by Tab: {way:?}"
            );
            assert!(began.elapsed() < PATIENCE, "no way to {selector}");
            self.keys(desk, Key::Tab).await;
            self.tabs += 1;
            let mut focus = self.focus(desk, selector).await;
            // The page scrolls to the focus a moment after it has come.
            let moved = Instant::now();
            while focus["uncovered"] != true && moved.elapsed() < PATIENCE / 8 {
                tokio::time::sleep(Duration::from_millis(20)).await;
                focus = self.focus(desk, selector).await;
            }
            let name = focus["name"].as_str().unwrap_or_default().to_owned();
            // After the last one the focus leaves the page for a moment.
            if !name.starts_with("body") && !name.starts_with("html") {
                assert_eq!(focus["visible"], true, "{name}: the focus is not seen");
                assert_eq!(
                    focus["uncovered"], true,
                    "{name}: the focus is covered by {}",
                    focus["place"]
                );
                self.focused.insert(name.clone());
            }
            way.push(name);
        }
    }

    /// Tabs to a button and presses it, by Enter and by Space in turn.
    async fn press(&mut self, desk: &Desk, action: &str) {
        let selector = format!("[data-action='{action}']:not([aria-disabled='true'])");
        desk.find(&selector).await;
        self.reach(desk, &selector).await;
        let key = if self.presses.is_multiple_of(2) {
            Key::Enter
        } else {
            Key::Space
        };
        self.presses += 1;
        self.keys(desk, key).await;
    }

    /// Pastes a value that another program has put on the clipboard.
    async fn paste(&mut self, desk: &mut Desk, kind: &str, value: &str) {
        desk.copy(value);
        self.press(desk, &format!("paste:{kind}")).await;
        self.pastes.push(kind.to_owned());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_job_is_done_by_keyboard_alone() {
    whole_job(Desk::open().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_job_is_done_by_keyboard_in_a_panel_beside_the_browser() {
    let desk = Desk::open().await;
    desk.resize(400, 800).await;
    whole_job(desk).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_job_is_done_by_keyboard_on_a_screen_at_400_percent() {
    let desk = Desk::open().await;
    desk.resize(320, 640).await;
    whole_job(desk).await;
}

async fn whole_job(mut desk: Desk) {
    let mut hands = Hands::default();
    desk.script(COUNT).await;
    let owner = desk.customer.sample.work_user.clone();

    details(&mut desk, &mut hands).await;
    hands.arrive(&desk, "main[data-step='portal']").await;
    blind(&desk, &mut hands).await;
    stuck(&desk, &mut hands).await;
    steps(&mut desk, &mut hands).await;

    hands.arrive(&desk, "main[data-page='connect']").await;
    hands.press(&desk, "check").await;
    hands.next(&desk, "sign-in").await;
    desk.person(&owner, Act::Accept);
    hands.press(&desk, "sign-in").await;
    hands.arrive(&desk, "main[data-page='mail']").await;
    hands.press(&desk, "send").await;
    hands.next(&desk, "arrived").await;
    hands.press(&desk, "arrived").await;
    hands.away += 1; // to the mailbox
    hands.arrive(&desk, "main[data-page='hand-over']").await;
    for kind in ["mailbox", "client_id", "client_secret"] {
        hands.press(&desk, &format!("copy:{kind}")).await;
        desk.find(&format!("[data-hand-over='{kind}'][data-copied='true']"))
            .await;
    }
    hands.away += 1; // to the ERP
    hands.press(&desk, "handed-over").await;
    hands.arrive(&desk, "main[data-page='end']").await;

    let counted = desk.script("return counted").await;
    let customer = desk.close().await;
    assert_eq!(
        customer.lab.world().mailbox(&owner).len(),
        1,
        "the test mail is there"
    );
    report(&hands, &counted);
}

/// The first page and the details, both pasted; and back by Shift+Tab.
async fn details(desk: &mut Desk, hands: &mut Hands) {
    hands.arrive(desk, "main[data-page='welcome']").await;
    hands.press(desk, "start-guide:cloud-gestion").await;
    desk.page("details").await;
    let focus = hands.focus(desk, "#details-title").await;
    assert_eq!(
        focus["wanted"], true,
        "what opens takes the focus, not {}",
        focus["name"]
    );
    desk.script(KEEP).await;
    // The ERP's own page, copied whole, holds both.
    let page = format!(
        "CONFIGURACIÓN PARA EL USUARIO: ADMIN\nCuenta de correo\n{}\nURI de redirección a registrar en Azure:\n\
         https://{}/includes/ventas/mail/Microsoft/oauth_callback.php\n",
        desk.customer.sample.work_user,
        desk.customer.erp.erp_address()
    );
    hands.paste(desk, "erp_address", &page).await;
    for kind in ["erp_address", "mailbox"] {
        desk.filled(kind).await;
    }
    hands.reach(desk, "[data-action='continue']").await;
    hands.back(desk).await;
    let focus = hands.focus(desk, "[data-action='paste:mailbox']").await;
    assert_eq!(
        focus["wanted"], true,
        "Shift+Tab goes back, not to {}",
        focus["name"]
    );
    hands.press(desk, "continue").await;
}

/// A dialog takes the focus, keeps it, and gives it back.
async fn stuck(desk: &Desk, hands: &mut Hands) {
    hands.press(desk, "stuck").await;
    desk.find("[data-dialog='stuck']").await;
    let focus = hands.focus(desk, "dialog h2").await;
    assert_eq!(
        focus["wanted"], true,
        "the dialog begins at its heading, not at {}",
        focus["name"]
    );
    for _ in 0..12 {
        hands.keys(desk, Key::Tab).await;
        let focus = hands.focus(desk, "dialog, dialog *").await;
        assert_eq!(
            focus["wanted"], true,
            "the focus left the dialog for {}",
            focus["name"]
        );
    }
    hands.keys(desk, Key::Escape).await;
    let focus = hands.focus(desk, "[data-action='stuck']").await;
    assert_eq!(focus["wanted"], true, "the focus came back to {}", focus["name"]);
}

/// A focus that cannot be seen is told from one that can.
async fn blind(desk: &Desk, hands: &mut Hands) {
    hands.reach(desk, "[data-action='back']").await;
    let focus = async || hands.focus(desk, "*").await["visible"].clone();
    assert_eq!(focus().await, true);
    desk.script(
        "window.blind = document.createElement('style');
         blind.textContent = '* { outline: none !important; box-shadow: none !important; }';
         document.head.append(blind);",
    )
    .await;
    assert_eq!(focus().await, false, "the ring is gone, and it is not missed");
    desk.script("blind.remove();").await;
}

/// The steps in Microsoft's pages.
async fn steps(desk: &mut Desk, hands: &mut Hands) {
    let client_id = desk.customer.application.client_id.clone();
    let secret = desk.customer.secret.value.clone();
    for (step, value) in [
        ("portal", None),
        ("registration", Some(("client_id", client_id))),
        ("client-secret", Some(("client_secret", secret))),
        ("mail-permission", None),
    ] {
        if step != "portal" {
            hands.arrive(desk, &format!("main[data-step='{step}']")).await;
        }
        assert!(
            desk.has("[data-action='open-portal']").await,
            "{step} takes place in the portal"
        );
        hands.away += 1;
        if let Some((kind, value)) = value {
            hands.paste(desk, kind, &value).await;
            desk.find(&format!("[data-held='{kind}']")).await;
        }
        hands.press(desk, "done").await;
    }
}

/// Counts in the page itself, so that no page and no key can be forgotten here: headings that took the focus, and
/// characters that were typed into a field.
const COUNT: &str = "
    window.counted = { headings: [document.querySelector('h1').textContent], typed: 0 };
    document.addEventListener('focusin', ({ target }) => {
      if (target.matches('main h1')) counted.headings.push(target.textContent);
    });
    document.addEventListener('input', ({ inputType }) => {
      if (inputType === 'insertText') counted.typed += 1;
    }, true);";

/// Prints what it took, and holds it to what we promise.
fn report(hands: &Hands, counted: &Value) {
    let pages: Vec<&str> = counted["headings"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    println!("values typed by hand: {}", counted["typed"]);
    println!("pastes: {} {:?}", hands.pastes.len(), hands.pastes);
    println!("pages: {} {pages:?}", pages.len());
    println!("switches between app and browser: {}", hands.away);
    println!(
        "Tab {} times, pressed {} buttons; {} kinds of focus, all seen",
        hands.tabs,
        hands.presses,
        hands.focused.len()
    );
    assert_eq!(counted["typed"], 0, "nothing is typed by hand");
    assert!(hands.pastes.len() <= 3, "pastes");
    assert!(pages.len() <= 9, "pages");
    assert_eq!(pages.len(), hands.pages.len(), "every page begins at its heading");
    assert!(hands.away <= 6, "switches between app and browser");
}
