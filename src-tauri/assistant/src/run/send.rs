//! The test mail.

use super::{Host, Run, failed};
use vincula_core::check::{CheckId, Outcome};
use vincula_core::choices;
use vincula_core::guide::Guide;
use vincula_core::problem::ProblemKind;
use vincula_core::setup::Setup;
use vincula_core::text::text;
use vincula_core::value::Mailbox;
use vincula_microsoft::Mail;

impl Run {
    /// Sends the test mail, once. Does nothing without a sign-in of the right account: there is no token then.
    pub async fn send(&mut self, host: &Host<'_>, to: &Mailbox) {
        let Some(connection) = &self.connection else {
            return self.keep(
                host,
                CheckId::MailAccepted,
                failed(ProblemKind::SignInNoLongerValid),
            );
        };
        host.progress.began(CheckId::MailAccepted);
        let mail = test_mail(host, &self.setup, &self.guide, to);
        let outcome = match host.microsoft.send_mail(&connection.token, &mail).await {
            Ok(()) => Outcome::Passed,
            Err(problem) => {
                if problem.kind == ProblemKind::SignInNoLongerValid {
                    self.connection = None;
                }
                failed(problem)
            }
        };
        self.outcomes.remove(&CheckId::MailArrived);
        if outcome == Outcome::Passed {
            self.sent_to = Some(to.clone());
        }
        self.keep(host, CheckId::MailAccepted, outcome);
    }
}

/// A mail that the person recognises among others: the time of sending is in its subject.
fn test_mail(host: &Host<'_>, setup: &Setup, guide: &Guide, to: &Mailbox) -> Mail {
    let marker = host.clock.now().strftime("%Y-%m-%d %H:%M:%S").to_string();
    let args = [
        ("marker", marker.as_str()),
        ("from", setup.mailbox.as_str()),
        ("erp", guide.erp.name.as_str()),
    ];
    Mail {
        from: choices::sender(setup, guide).map(|_| setup.mailbox.clone()),
        to: to.clone(),
        subject: text(host.language, "test-mail-subject", &args),
        body: text(host.language, "test-mail-body", &args),
    }
}
