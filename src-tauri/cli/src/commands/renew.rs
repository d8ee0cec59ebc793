//! `vincula renew`: a new secret in the place of the old one, once it is proven.

use super::verify::{finish, prove_run};
use crate::arguments::{RenewOptions, Surface};
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::output;
use crate::surface::Terminal;
use std::time::Duration;
use vincula_assistant::{
    LoopbackSurface, PastedSurface, Run, SecretEnd, SignInSurface, begin_renewal, cancel_renewal,
    finish_renewal, give, note_run, note_secret_end, renewal_handed_over,
};
use vincula_core::setup::{RenewalStage, Setup};
use vincula_core::text::text;
use vincula_core::value::{Mailbox, ValueKind};

pub(crate) async fn run(context: &Context, options: &RenewOptions) -> Result<Exit, Failure> {
    let setup = context.setup(&options.setup)?;
    let (setups, keyring, clock) = (&context.setups, &context.keyring, &context.clock);
    if options.end.cancel {
        cancel_renewal(setups, keyring, clock, &setup.id).await?;
        return Ok(Exit::Passed);
    }
    if options.end.handed_over {
        renewal_handed_over(setups, clock, &setup.id)?;
        finish_renewal(setups, keyring, clock, &setup.id).await?;
        return Ok(Exit::Passed);
    }
    let to = match &options.to {
        Some(to) => Mailbox::parse(to).map_err(|why| Failure::Refused { what: "--to", why })?,
        None => setup.mailbox.clone(),
    };
    let setup = new_secret(context, &setup, options).await?;
    let guide = Context::guide_of(&setup)?;
    let run = Run::of_renewal(setup, guide.clone()).map_err(|why| Failure::Refused { what: "--erp", why })?;
    let terminal = Terminal {
        language: context.language,
        input: &context.input,
    };
    let surface: Box<dyn SignInSurface> = match options.surface {
        Surface::Paste => Box::new(PastedSurface { desk: &terminal }),
        Surface::Loopback => Box::new(LoopbackSurface::bind(&terminal, context.language).await?),
    };
    let patience = Duration::from_secs(options.patience);
    let mut run = prove_run(context, run, keyring, &*surface, &to, patience).await?;
    let after = note_run(setups, keyring, clock, &mut run).await?;
    let is_renewed = after.renewal.map(|renewal| renewal.stage) == Some(RenewalStage::HandOver);
    let next = if is_renewed {
        "renew-proven"
    } else {
        "renew-not-proven"
    };
    output::note(&text(context.language, next, &[("setup", after.id.as_str())]));
    finish(context, &run, options.json)
}

/// The new secret: the one that waits for its proof with `--again`, else the first line of standard input.
async fn new_secret(context: &Context, setup: &Setup, options: &RenewOptions) -> Result<Setup, Failure> {
    let (setups, clock) = (&context.setups, &context.clock);
    let mut setup = if options.again {
        setup.clone()
    } else {
        begin_renewal(setups, clock, &setup.id)?;
        let secret = super::secret::first_line(context).await?;
        let kind = ValueKind::ClientSecret;
        give(setups, &context.keyring, clock, &setup.id, kind, &secret)
            .await
            .map_err(|fault| super::setup::failure("the secret", fault))?
    };
    if !matches!(
        setup.renewal.as_ref().map(|renewal| renewal.stage),
        Some(RenewalStage::Proves { .. })
    ) {
        return Err(Failure::NoNewSecret);
    }
    if let Some(day) = options.secret_ends {
        setup = note_secret_end(setups, clock, &setup.id, SecretEnd::On(day))?;
    }
    Ok(setup)
}
