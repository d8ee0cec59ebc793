//! The last step: checks, sign-in, test mail, arrival. One stage runs at a time; it may be cancelled, and called
//! again.

use super::setups::id;
use crate::clipboard::History;
use crate::desk::{Desk, guide_of, locked};
use crate::place::Place;
use crate::view;
use crate::wire::{ApprovalView, ArrivalAnswer, CheckView, Fault, OutcomeView, ProveEvent, ReportView};
use std::time::Duration;
use tauri::ipc::Channel;
use tauri::{AppHandle, State};
use vincula_assistant::{
    Arrival, HasWindow, Host, Progress, Run, SetupStore as _, Stage, choose_surface, keep_verification,
    note_answer, note_dead_end,
};
use vincula_core::check::{CheckId, Outcome};
use vincula_core::guide::Guide;
use vincula_core::problem::Problem;
use vincula_core::surface::{DeadEnd, SurfaceKind};
use vincula_core::value::{Mailbox, ValueKind};
use vincula_microsoft::Microsoft;
use zeroize::Zeroizing;

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
        () = async {
            run.check(&host).await;
            if run.stage() == Stage::SignIn {
                let allowed = run.allowed_surfaces(&host, HasWindow::Yes).await;
                locked(&desk.allowed).insert(run.setup().id.clone(), allowed);
            }
        } => {}
        () = desk.signals.cancel.notified() => {}
    }
    end(&desk, run, guide)
}

/// Opens Microsoft's sign-in on a surface and goes on to the permissions.
#[tauri::command]
pub(super) async fn sign_in(
    app: AppHandle,
    desk: State<'_, Desk>,
    setup: String,
    surface: SurfaceKind,
    events: Channel<ProveEvent>,
) -> Result<ReportView, Fault> {
    let id = id(&setup)?;
    let mut runs = desk.runs()?;
    let run = runs.get_mut(&id).ok_or(Fault::NotNow)?;
    let guide = guide_of(run.setup())?;
    let microsoft = desk.microsoft(run.setup())?;
    if !desk.allowed(&id).has(surface) {
        return Err(Fault::NotNow);
    }
    choose_surface(&desk.setups, &id, surface)?;
    let teller = Teller {
        events: events.clone(),
        guide,
    };
    let host = host(&desk, &microsoft, &teller);
    let place = Place::of(app, &desk, events, microsoft.cloud(), desk.setups.load(&id)?);
    let mut said = desk.signals.dead_end.subscribe();
    tokio::select! {
        () = place.sign_in(run, &host, surface) => {}
        () = desk.signals.cancel.notified() => {}
    }
    match said.try_recv() {
        Ok(why) => note_dead_end(&desk.setups, &id, surface, why)?,
        Err(_) if run.profile().is_some() => note_answer(&desk.setups, &id, surface)?,
        Err(_) => {}
    }
    end(&desk, run, guide)
}

/// Lets an administrator approve the permissions for everybody, and changes nothing else: the run goes on as it was.
#[tauri::command]
pub(super) async fn approve(
    app: AppHandle,
    desk: State<'_, Desk>,
    setup: String,
    events: Channel<ProveEvent>,
) -> Result<ApprovalView, Fault> {
    let id = id(&setup)?;
    let mut runs = desk.runs()?;
    let run = runs.get_mut(&id).ok_or(Fault::NotNow)?;
    let guide = guide_of(run.setup())?;
    let microsoft = desk.microsoft(run.setup())?;
    let teller = Teller {
        events: events.clone(),
        guide,
    };
    let host = host(&desk, &microsoft, &teller);
    let place = Place::of(app, &desk, events, microsoft.cloud(), desk.setups.load(&id)?);
    let approved = tokio::select! {
        approved = place.approve(run, &host) => approved,
        () = desk.signals.cancel.notified() => return Ok(ApprovalView { problem: None, is_approved: false }),
    };
    Ok(match approved {
        Ok(_) => ApprovalView {
            problem: None,
            is_approved: true,
        },
        Err(problem) => ApprovalView {
            problem: Some(view::problem(&problem, guide)),
            is_approved: false,
        },
    })
}

/// Gives the pasted address to the sign-in that waits for it.
#[tauri::command]
pub(super) async fn paste_address(desk: State<'_, Desk>) -> Result<(), Fault> {
    let raw = desk.clipboard.read().await?;
    let waits = locked(&desk.pasting).clone().ok_or(Fault::NotNow)?;
    waits.send(raw).await.map_err(|_| Fault::NotNow)
}

/// Copies the address of the sign-in that waits for a paste, for another browser.
#[tauri::command]
pub(super) async fn copy_sign_in_address(desk: State<'_, Desk>) -> Result<(), Fault> {
    let address = locked(&desk.sign_in_address)
        .clone()
        .ok_or(Fault::NothingToCopy)?;
    let address = Zeroizing::new(address.to_string());
    desk.clipboard.write(address, History::LeaveOut).await
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

/// The person sees a page from which no answer ever comes, and says which.
#[tauri::command(async)]
pub(super) fn report_dead_end(desk: State<'_, Desk>, why: DeadEnd) {
    let _nobody_waits = desk.signals.dead_end.send(why);
}

/// The person knows the host that the sign-in window stopped before.
#[tauri::command(async)]
pub(super) fn trust_host(desk: State<'_, Desk>, host: String) {
    let _nobody_waits = desk.signals.trusted.send(host);
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
    let id = &run.setup().id;
    let setup = if matches!(run.stage(), Stage::Fix | Stage::ConfirmArrival | Stage::HandOver) {
        keep_verification(&desk.setups, &desk.clock, run)?
    } else {
        desk.setups.load(id)?
    };
    Ok(view::report(run, guide, &setup, &desk.allowed(id)))
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

    fn waits(&self, check: CheckId, _: &Problem, left: Duration) {
        let seconds = u32::try_from(left.as_secs()).unwrap_or(u32::MAX);
        self.tell(check, OutcomeView::Again { seconds });
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
