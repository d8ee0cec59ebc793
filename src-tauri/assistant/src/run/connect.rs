//! The sign-in: code, tokens, account, permissions.

use super::before::proven;
use super::patience::asked_about_secret;
use super::{Connection, Host, Run, failed};
use crate::ports::{Attempt, SignInSurface, SurfaceOutcome};
use crate::system::entropy;
use url::Url;
use vincula_core::check::{CheckId, Outcome, SkipReason};
use vincula_core::choices::{self, Account, Choices};
use vincula_core::problem::{Evidence, Problem, ProblemKind};
use vincula_core::sign_in::{Answered, PendingSignIn, Redemption, Scopes, SignInFailure, SignInRequest};
use vincula_core::surface::DeadEnd;
use vincula_core::value::{ClientId, ClientSecret, ClientType};
use vincula_microsoft::{AccessToken, Granted, Identity, Profile};

impl Run {
    /// Lets the person sign in on `surface`, redeems the code, and compares account and permissions.
    pub async fn sign_in(&mut self, host: &Host<'_>, surface: &dyn SignInSurface) {
        self.connection = None;
        self.sent_to = None;
        self.forget_from(CheckId::SignIn);
        // A secret that an earlier sign-in proved wrong may have been replaced since.
        if matches!(self.outcomes.get(&CheckId::Secret), Some(Outcome::Failed { .. })) {
            self.outcomes.remove(&CheckId::Secret);
        }
        host.progress.began(CheckId::SignIn);
        let (client_id, secret) = match self.credentials(host).await {
            Ok(credentials) => credentials,
            Err(kind) => return self.keep(host, CheckId::SignIn, failed(kind)),
        };
        self.secret = secret.as_ref().map(|secret| secret.shape().into());
        let redirect_uri = surface.redirect_uri(&self.redirect_uri);
        self.answered_at = redirect_uri.clone();
        let client_type = self.guide.registration.client_type(&redirect_uri);
        let request = self.request(host, client_id.clone(), redirect_uri);
        let granted = match connect(host, surface, request.clone(), secret.as_ref()).await {
            Ok(granted) => granted,
            // The secret is tried by redeeming the code: where it is the cause, its own line says so.
            Err(problem)
                if self.has(CheckId::Secret)
                    && matches!(
                        problem.kind,
                        ProblemKind::SecretWrong | ProblemKind::SecretExpired
                    ) =>
            {
                self.keep(host, CheckId::Secret, failed(problem));
                return self.keep(
                    host,
                    CheckId::SignIn,
                    Outcome::Skipped {
                        why: SkipReason::EarlierFailure,
                    },
                );
            }
            Err(problem) => return self.keep(host, CheckId::SignIn, failed(problem)),
        };
        if client_type == ClientType::Confidential {
            self.keep(host, CheckId::Secret, Outcome::Passed);
        }
        self.keep(host, CheckId::SignIn, Outcome::Passed);
        if let (ClientType::Public, Some(secret)) = (client_type, &secret)
            && !self.prove_secret(host, &client_id, secret).await
        {
            return;
        }

        host.progress.began(CheckId::Account);
        let profile = match host.microsoft.me(&granted.token).await {
            Ok(profile) => profile,
            Err(problem) => return self.keep(host, CheckId::Account, failed(problem)),
        };
        let is_owner = profile.owns(choices::signs_in(&self.setup, &self.guide));
        if !is_owner {
            return self.keep(host, CheckId::Account, self.wrong_account(&profile));
        }
        if let Some(problem) = granted
            .identity
            .as_ref()
            .and_then(|identity| self.stands_elsewhere(identity))
        {
            return self.keep(host, CheckId::Account, failed(problem));
        }
        self.keep(host, CheckId::Account, Outcome::Passed);
        host.progress.began(CheckId::Permissions);
        match permitted(host, &request, &granted, secret.as_ref()).await {
            Ok(exchange) => {
                self.keep(host, CheckId::Permissions, Outcome::Passed);
                self.connection = Some(Connection {
                    token: granted.token,
                    exchange,
                    profile,
                });
            }
            Err(problem) => self.keep(host, CheckId::Permissions, failed(problem)),
        }
    }

    /// A public client sends no secret, so that it is asked about by itself: in the setup's organisation, or in
    /// the one of the mailbox's domain, where the sign-in has just made the application known. Whether the run can
    /// go on.
    async fn prove_secret(&mut self, host: &Host<'_>, client_id: &ClientId, secret: &ClientSecret) -> bool {
        if !self.has(CheckId::Secret) || self.outcomes.get(&CheckId::Secret) == Some(&Outcome::Passed) {
            return true;
        }
        self.outcomes.remove(&CheckId::Secret);
        let (microsoft, mailbox) = (host.microsoft, self.setup.mailbox.clone());
        let given = self.setup.tenant_id.clone();
        let known = self.circumstances(host, self.secret);
        let question = async {
            let tenant = match given {
                Some(tenant) => Some(tenant),
                None => match microsoft.tenant_of(&mailbox).await {
                    Ok(found) => found,
                    Err(problem) if problem.kind.is_inconclusive() => return failed(problem),
                    Err(_) => None,
                },
            };
            match tenant {
                Some(tenant) => {
                    let question = || microsoft.secret_accepted(&tenant, client_id, secret);
                    proven(asked_about_secret(host, &known, question).await)
                }
                None => Outcome::Skipped {
                    why: SkipReason::ValueNotGiven,
                },
            }
        };
        self.ask(host, CheckId::Secret, question).await
    }

    /// The same address can be a work account and a personal one, and a guest of several organisations: where the
    /// account stands has to be right as well.
    fn stands_elsewhere(&self, identity: &Identity) -> Option<Problem> {
        let account = Choices::of(&self.setup, &self.guide).account.taken;
        match (account, identity, &self.setup.tenant_id) {
            (Account::Work, Identity::Personal, _) | (Account::Personal, Identity::Of(_), _) => {
                Some(ProblemKind::OtherKindOfAccount.into())
            }
            (Account::Work, Identity::Of(there), Some(here)) if there != here => Some(Problem::new(
                ProblemKind::AccountOfAnotherCompany,
                Evidence::comparing(here.as_str(), there.as_str()),
            )),
            _ => None,
        }
    }

    fn wrong_account(&self, profile: &Profile) -> Outcome {
        let evidence = Evidence::comparing(
            choices::signs_in(&self.setup, &self.guide).as_str(),
            profile.user_principal_name.as_str(),
        );
        failed(Problem::new(ProblemKind::WrongAccount, evidence))
    }
}

/// The address that the person came back with, or what it means that they did not.
pub(super) async fn answer_on(surface: &dyn SignInSurface, attempt: Attempt<'_>) -> Result<Url, ProblemKind> {
    Err(match surface.obtain(attempt).await {
        SurfaceOutcome::Answer(address) => return Ok(address),
        SurfaceOutcome::Closed | SurfaceOutcome::DeadEnd(DeadEnd::WindowMissing) => ProblemKind::WindowClosed,
        SurfaceOutcome::TimedOut | SurfaceOutcome::DeadEnd(DeadEnd::TimedOut) => ProblemKind::SignInTimedOut,
        SurfaceOutcome::ErrorPage | SurfaceOutcome::DeadEnd(DeadEnd::ErrorPage | DeadEnd::BlankPage) => {
            ProblemKind::MicrosoftShowedError
        }
        SurfaceOutcome::DeadEnd(DeadEnd::DeviceRule) => ProblemKind::SignInBlocked,
        SurfaceOutcome::DeadEnd(DeadEnd::Passkey) => ProblemKind::MoreProofNeeded,
        SurfaceOutcome::DeadEnd(DeadEnd::ApprovalNeeded) => ProblemKind::AdminApprovalNeeded,
    })
}

/// Whether everything was granted that was asked for. Exchange Online's permissions are in a token of their own, which
/// comes of the same sign-in.
async fn permitted(
    host: &Host<'_>,
    request: &SignInRequest,
    granted: &Granted,
    secret: Option<&ClientSecret>,
) -> Result<Option<AccessToken>, Problem> {
    let cloud = host.microsoft.cloud();
    all_of(
        &request.scopes.of_service(cloud.graph_scope_prefix),
        &granted.scopes,
    )?;
    if !request.scopes.ask_of(cloud.outlook_scope_prefix) {
        return Ok(None);
    }
    let wanted = request.scopes.of_service(cloud.outlook_scope_prefix);
    let Some(refresh) = &granted.refresh else {
        // Without lasting access there is no second token, for the ERP neither.
        return Err(lacking(&["offline_access".to_owned()], &granted.scopes));
    };
    let exchange = host
        .microsoft
        .token_for(request, refresh, secret, &wanted)
        .await?;
    all_of(&wanted, &exchange.scopes)?;
    Ok(Some(exchange.token))
}

fn all_of(wanted: &Scopes, granted: &Scopes) -> Result<(), Problem> {
    let missing = wanted.missing_from(granted);
    if missing.is_empty() {
        Ok(())
    } else {
        Err(lacking(&missing, granted))
    }
}

fn lacking(missing: &[String], granted: &Scopes) -> Problem {
    let found: Vec<&str> = granted.iter().collect();
    let evidence = Evidence::comparing(missing.join(" "), found.join(" "));
    Problem::new(ProblemKind::PermissionMissing, evidence)
}

/// From nothing to a token.
async fn connect(
    host: &Host<'_>,
    surface: &dyn SignInSurface,
    request: SignInRequest,
    secret: Option<&ClientSecret>,
) -> Result<Granted, Problem> {
    let redemption = obtain(host, surface, request.clone()).await?;
    host.microsoft.redeem(&request, redemption, secret).await
}

/// From nothing to a code.
async fn obtain(
    host: &Host<'_>,
    surface: &dyn SignInSurface,
    request: SignInRequest,
) -> Result<Redemption, Problem> {
    let entropy = entropy().map_err(|_| ProblemKind::Unexpected)?;
    let pending = PendingSignIn::begin(request, &entropy, host.clock.now());
    let attempt = Attempt {
        url: host.microsoft.authorize_url(&pending),
        patience: host.patience,
        awaited: pending.awaited(),
    };
    let address = answer_on(surface, attempt).await?;
    match pending.answer(&address, host.clock.now()) {
        Answered::Redeem(redemption) => Ok(redemption),
        Answered::Failed(SignInFailure::Refused(refusal)) => Err(host.microsoft.problem_of_refusal(&refusal)),
        Answered::Failed(SignInFailure::TooLate) => Err(ProblemKind::CodeExpired.into()),
        Answered::Failed(
            SignInFailure::AnswerInFragment
            | SignInFailure::NeitherCodeNorError
            | SignInFailure::AnotherIssuer,
        )
        | Answered::StillPending(..) => Err(ProblemKind::CallbackRefused.into()),
    }
}
