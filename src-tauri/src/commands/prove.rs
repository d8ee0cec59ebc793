//! The last step: checks, sign-in, test mail, arrival. One stage runs at a time; it may be cancelled, and called
//! again.

use super::setups::id;
use crate::desk::{Desk, guide_of};
use crate::sign_in_window::SignInWindow;
use crate::view;
use crate::wire::{ArrivalAnswer, CheckView, Fault, OutcomeView, ProveEvent, ReportView};
use tauri::ipc::Channel;
use tauri::{AppHandle, State};
use vincula_assistant::{Arrival, Clock as _, Host, Progress, Run, SetupStore as _, Stage};
use vincula_core::check::{CheckId, Outcome};
use vincula_core::guide::Guide;
use vincula_core::setup::SetupId;
use vincula_core::value::{Mailbox, ValueKind};
use vincula_microsoft::Microsoft;

/// Asks what can be known without the person. Begins the run anew.
#[tauri::command]
pub(super) async fn check(
    desk: State<'_, Desk>,
    setup: String,
    events: Channel<ProveEvent>,
) -> Result<ReportView, Fault> {
    let setup = desk.setups.load(&id(&setup)?)?;
    let guide = guide_of(&setup)?;
    let mut runs = desk.runs()?;
    let id = setup.id.clone();
    let microsoft = desk.microsoft(&setup)?;
    let run = Run::new(setup, guide.clone()).map_err(|_| Fault::GuideNotFound)?;
    let run = runs.entry(id).insert_entry(run).into_mut();
    let teller = Teller { events, guide };
    let host = host(&desk, &microsoft, &teller);
    tokio::select! {
        () = run.check(&host) => {}
        () = desk.signals.cancel.notified() => {}
    }
    end(&desk, run, guide)
}

/// Opens Microsoft's sign-in and goes on to the permissions.
#[tauri::command]
pub(super) async fn sign_in(
    app: AppHandle,
    desk: State<'_, Desk>,
    setup: String,
    events: Channel<ProveEvent>,
) -> Result<ReportView, Fault> {
    let id = id(&setup)?;
    let mut runs = desk.runs()?;
    let run = runs.get_mut(&id).ok_or(Fault::NotNow)?;
    let guide = guide_of(run.setup())?;
    let microsoft = desk.microsoft(run.setup())?;
    let surface = SignInWindow {
        app,
        events: events.clone(),
        language: desk.language(),
        login: microsoft.cloud().login.clone(),
        error_page: &desk.signals.error_page,
    };
    let teller = Teller { events, guide };
    let host = host(&desk, &microsoft, &teller);
    tokio::select! {
        () = run.sign_in(&host, &surface) => {}
        () = desk.signals.cancel.notified() => {}
    }
    end(&desk, run, guide)
}

/// Sends the test mail, once. It is not cancelled half-way: nobody could tell then whether it was sent.
#[tauri::command]
pub(super) async fn send_test_mail(
    desk: State<'_, Desk>,
    setup: String,
    to: String,
    events: Channel<ProveEvent>,
) -> Result<ReportView, Fault> {
    let id = id(&setup)?;
    let to = Mailbox::parse(&to).map_err(|refusal| Fault::ValuesRefused {
        refused: vec![(
            ValueKind::Mailbox.as_str().to_owned(),
            refusal.as_str().to_owned(),
        )],
    })?;
    let mut runs = desk.runs()?;
    let run = runs.get_mut(&id).ok_or(Fault::NotNow)?;
    if run.profile().is_none() {
        return Err(Fault::NotNow);
    }
    let guide = guide_of(run.setup())?;
    let teller = Teller { events, guide };
    let microsoft = desk.microsoft(run.setup())?;
    run.send(&host(&desk, &microsoft, &teller), &to).await;
    end(&desk, run, guide)
}

/// Takes the person's word about the test mail.
#[tauri::command]
pub(super) async fn answer_arrival(
    desk: State<'_, Desk>,
    setup: String,
    answer: ArrivalAnswer,
) -> Result<ReportView, Fault> {
    let id = id(&setup)?;
    let mut runs = desk.runs()?;
    let run = runs.get_mut(&id).ok_or(Fault::NotNow)?;
    if run.sent_to().is_none() {
        return Err(Fault::NotNow);
    }
    let guide = guide_of(run.setup())?;
    let answer = match answer {
        ArrivalAnswer::Arrived => Arrival::Arrived,
        ArrivalAnswer::NotYet => Arrival::NotYet,
        ArrivalAnswer::NotArrived => Arrival::NotArrived,
    };
    let microsoft = desk.microsoft(run.setup())?;
    run.answer_arrival(&host(&desk, &microsoft, &Unheard), answer);
    end(&desk, run, guide)
}

/// Stops the running stage.
#[tauri::command(async)]
pub(super) fn cancel(desk: State<'_, Desk>) {
    desk.signals.cancel.notify_waiters();
}

/// The person sees one of Microsoft's error pages, from which no answer ever comes.
#[tauri::command(async)]
pub(super) fn report_error_page(desk: State<'_, Desk>) {
    desk.signals.error_page.notify_waiters();
}

fn host<'a>(desk: &'a Desk, microsoft: &'a Microsoft, progress: &'a dyn Progress) -> Host<'a> {
    Host {
        microsoft,
        secrets: &*desk.secrets,
        clock: &desk.clock,
        progress,
        language: desk.language(),
        patience: desk.patience,
    }
}

/// The end of a stage: what was proven is kept with the setup, and the page sees where the run stands.
fn end(desk: &Desk, run: &Run, guide: &Guide) -> Result<ReportView, Fault> {
    if matches!(run.stage(), Stage::Fix | Stage::ConfirmArrival | Stage::HandOver) {
        keep(desk, &run.setup().id, run)?;
    }
    Ok(view::report(run, guide))
}

fn keep(desk: &Desk, id: &SetupId, run: &Run) -> Result<(), Fault> {
    // The file may have moved on since the run began, for instance to another step.
    let mut setup = desk.setups.load(id)?;
    let now = desk.clock.now();
    setup.verification = Some(run.verification(now));
    setup.updated_at = now;
    Ok(desk.setups.save(&setup)?)
}

/// Tells the page how a run goes on.
struct Teller {
    events: Channel<ProveEvent>,
    guide: &'static Guide,
}

impl Teller {
    fn tell(&self, check: CheckId, outcome: OutcomeView) {
        let line = CheckView {
            check: check.as_str().to_owned(),
            outcome,
        };
        // The page may be gone; the run ends all the same.
        let _ = self.events.send(ProveEvent::Check { line });
    }
}

impl Progress for Teller {
    fn began(&self, check: CheckId) {
        self.tell(check, OutcomeView::Running);
    }

    fn ended(&self, check: CheckId, outcome: &Outcome) {
        self.tell(check, view::outcome(Some(outcome), self.guide));
    }
}

/// For a stage that ends at once.
struct Unheard;

impl Progress for Unheard {
    fn began(&self, _check: CheckId) {}
    fn ended(&self, _check: CheckId, _outcome: &Outcome) {}
}
