//! The calls to Microsoft, made by a run as the window and the command line make it.

use super::expected::{Expected, is_precise};
use super::house::House;
use super::trouble::Trouble;
use super::{Found, holds, is_silent_about, is_told};
use crate::{
    Attempt, BoxFuture, Run, SecretStore as _, SetupStore as _, SignInSurface, Stage, SurfaceOutcome,
};
use vincula_core::check::{CheckId, Outcome};
use vincula_core::guide;
use vincula_core::problem::Family;
use vincula_lab::Ending;
use vincula_testbed::{Authority, Canary};

/// A call to Microsoft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Call {
    Metadata,
    Probe,
    Secret,
    Code,
    Me,
    SendMail,
}

impl Call {
    pub(super) const ALL: [Self; 6] = [
        Self::Metadata,
        Self::Probe,
        Self::Secret,
        Self::Code,
        Self::Me,
        Self::SendMail,
    ];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Metadata => "metadata",
            Self::Probe => "redirect probe",
            Self::Secret => "secret check",
            Self::Code => "code redemption",
            Self::Me => "/me",
            Self::SendMail => "sendMail",
        }
    }

    /// The check that the trouble of this call ends, as far as what is wrong is the road, or what was said on it.
    fn check(self, expected: Expected) -> CheckId {
        match (self, expected) {
            // The machine's own check asks for the metadata, and the organisation's reads the same answer.
            (Self::Metadata, Expected::Fails(kind)) if kind.family() == Family::Network => CheckId::Machine,
            (Self::Metadata, _) => CheckId::Tenant,
            (Self::Probe, _) => CheckId::Application,
            (Self::Secret, _) => CheckId::Secret,
            (Self::Code, _) => CheckId::SignIn,
            (Self::Me, _) => CheckId::Account,
            (Self::SendMail, _) => CheckId::MailAccepted,
        }
    }

    /// How many calls of its stage come before it.
    fn comes_after(self) -> usize {
        match self {
            Self::Metadata | Self::Code | Self::SendMail => 0,
            Self::Me => 1,
            // The metadata and Graph's service document.
            Self::Probe => 2,
            Self::Secret => 3,
        }
    }
}

/// A person who signs in at the lab itself; the trouble begins when they have.
struct Then<'a>(&'a House, Option<(Call, Trouble)>);

impl SignInSurface for Then<'_> {
    fn obtain<'a>(&'a self, attempt: Attempt<'a>) -> BoxFuture<'a, SurfaceOutcome> {
        Box::pin(async move {
            let Self(house, trouble) = self;
            let mut address = house.lab.base_url();
            address.set_path(attempt.url.path());
            address.set_query(attempt.url.query());
            let Ok(Ending::Redirected(answer)) = house.person.visit(&address).await else {
                return SurfaceOutcome::ErrorPage;
            };
            if let Some((call, trouble)) = trouble {
                house.begin(*trouble, call.comes_after()).await;
            }
            SurfaceOutcome::Answer(answer)
        })
    }
}

/// Every trouble of one call.
pub(super) async fn column(call: Call, authority: &Authority) -> Vec<(String, Found)> {
    let house = House::built(authority).await;
    let mut cells = Vec::new();
    for trouble in Trouble::all() {
        house.mend().await;
        cells.push((trouble.to_string(), cell(&house, call, trouble).await));
    }
    cells
}

async fn cell(house: &House, call: Call, trouble: Trouble) -> Found {
    let server = house.server(trouble.line());
    let sent_before = server.asked("/sendMail", "");
    let mut run = Run::new(house.setup.clone(), guide::find("cloud-gestion").unwrap().clone())
        .map_err(|refusal| refusal.to_string())?;
    meet(house, call, trouble, &mut run).await?;

    let expected = Expected::of(call, trouble);
    let outcome = run
        .lines()
        .find_map(|(check, outcome)| outcome.filter(|_| check == call.check(expected)));
    holds(expected.is(outcome), || format!("{expected:?} was {outcome:?}"))?;
    let told = match outcome {
        Some(Outcome::Failed { problem }) => {
            is_told(problem.kind)?;
            is_silent_about(&house.secret, problem)?;
            holds(is_precise(trouble, problem), || {
                format!("it keeps no more than {:?}", problem.evidence)
            })?;
            holds(run.stage() == Stage::Fix, || format!("{:?}", run.stage()))?;
            problem.kind.as_str().to_owned()
        }
        Some(Outcome::Passed) => "passed".to_owned(),
        _ => "unknown".to_owned(),
    };
    let sent = server.asked("/sendMail", "") - sent_before;
    holds(sent <= usize::from(call == Call::SendMail), || {
        format!("{sent} mails were sent by themselves")
    })?;
    nothing_is_lost(house, &run).await?;

    house.mend().await;
    again(house, call, trouble, &mut run).await?;
    let mut codes = server.codes();
    codes.sort();
    holds(codes.windows(2).all(|two| two[0] != two[1]), || {
        "a code was sent twice".to_owned()
    })?;
    Ok(told)
}

/// The run comes to the call and meets the trouble.
async fn meet(house: &House, call: Call, trouble: Trouble, run: &mut Run) -> Result<(), String> {
    let host = house.host(trouble.line());
    if matches!(call, Call::Metadata | Call::Probe | Call::Secret) {
        house.begin(trouble, call.comes_after()).await;
        run.check(&host).await;
        return Ok(());
    }
    run.check(&host).await;
    holds(run.stage() == Stage::SignIn, || {
        format!("before it: {:?}", run.failure())
    })?;
    if call != Call::SendMail {
        run.sign_in(&host, &Then(house, Some((call, trouble)))).await;
        return Ok(());
    }
    run.sign_in(&host, &Then(house, None)).await;
    holds(run.stage() == Stage::Send, || {
        format!("before it: {:?}", run.failure())
    })?;
    house.begin(trouble, 0).await;
    let to = run.setup().mailbox.clone();
    run.send(&host, &to).await;
    Ok(())
}

/// The same stage once more, and all that follows.
async fn again(house: &House, call: Call, trouble: Trouble, run: &mut Run) -> Result<(), String> {
    let host = house.host(trouble.line());
    let before = house.mails();
    if matches!(call, Call::Metadata | Call::Probe | Call::Secret) {
        run.check(&host).await;
    }
    if call != Call::SendMail {
        run.sign_in(&host, &Then(house, None)).await;
    }
    let to = run.setup().mailbox.clone();
    run.send(&host, &to).await;
    holds(run.failure().is_none(), || format!("again: {:?}", run.failure()))?;
    holds(run.stage() == Stage::ConfirmArrival, || {
        format!("again: {:?}", run.stage())
    })?;
    holds(house.mails() == before + 1, || "again: not one mail".to_owned())
}

/// The secret is where it was and nowhere else, and the setup's file is whole.
async fn nothing_is_lost(house: &House, run: &Run) -> Result<(), String> {
    let id = &house.setup.id;
    let kept = house.secrets.load(id).await.map_err(|fault| fault.to_string())?;
    let is_same = kept.is_some_and(|(secret, _)| secret.expose() == house.secret);
    holds(is_same, || "the secret is another one".to_owned())?;
    holds(house.server_strangers() == 0, || {
        "somebody else was called".to_owned()
    })?;

    let setup = house
        .setups
        .update(id, &mut |setup| {
            setup.verification = Some(run.verification(setup.created_at));
        })
        .map_err(|fault| fault.to_string())?;
    let read = house.setups.load(id).map_err(|fault| fault.to_string())?;
    holds(read == setup, || "the setup was not kept".to_owned())?;
    let written = serde_json::to_string(&read).unwrap_or_default();
    let heard = house.heard.0.lock().unwrap().join(" ");
    let told = format!("{written} {heard}");
    holds(
        Canary::of(&house.secret).in_bytes(told.as_bytes()).is_none(),
        || "the secret leaked".to_owned(),
    )
}

impl House {
    fn server_strangers(&self) -> usize {
        use super::trouble::Line;
        [Line::Plain, Line::Secure, Line::Proxied]
            .map(|line| self.server(line).strangers())
            .iter()
            .sum()
    }
}
