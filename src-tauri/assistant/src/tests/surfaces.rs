//! Each surface from the address that is opened to the mail that arrives, and what hostile callers can do to it.

mod approve;
mod deep_link;
mod history;
mod loopback;
mod pasted;

use super::bench::Bench;
use crate::{Browser, HasWindow, NoBrowser};
use std::future::Future;
use std::sync::Mutex;
use tokio::sync::mpsc;
use url::Url;
use vincula_core::surface::SurfaceKind;
use vincula_lab::{Behaviour, Ending, Person, Platform, Redirect};

impl Bench {
    /// Registers the address of a surface as the guide says.
    fn register(&self, surface: SurfaceKind) {
        let platform = match surface {
            SurfaceKind::DeepLink => Platform::MobileDesktop,
            _ => Platform::Web,
        };
        let uri = surface.registered().unwrap().as_registered().to_owned();
        self.lab
            .world()
            .add_redirect(&self.client_id, Redirect { platform, uri });
    }

    /// The address that a person's browser is sent to in the end.
    async fn visit(&self, who: &str, address: &Url) -> Url {
        match Person::new(who, Behaviour::Accept).visit(address).await.unwrap() {
            Ending::Redirected(answer) => answer,
            stuck @ Ending::Stuck { .. } => panic!("{stuck:?}"),
        }
    }
}

/// A browser that hands what it is to open to the test.
struct Handed {
    tell: mpsc::UnboundedSender<Url>,
    hear: Mutex<Option<mpsc::UnboundedReceiver<Url>>>,
}

impl Handed {
    fn new() -> Self {
        let (tell, hear) = mpsc::unbounded_channel();
        Self {
            tell,
            hear: Mutex::new(Some(hear)),
        }
    }

    /// What `play` does with the address that is opened, while `work` goes on.
    async fn played<T, P: Future>(&self, work: impl Future<Output = T>, play: impl FnOnce(Url) -> P) -> T {
        let mut hear = self.hear.lock().unwrap().take().unwrap();
        let playing = async { play(hear.recv().await.unwrap()).await };
        let (done, _) = tokio::join!(work, playing);
        *self.hear.lock().unwrap() = Some(hear);
        done
    }
}

impl Browser for Handed {
    fn open(&self, address: &Url) -> Result<(), NoBrowser> {
        self.tell.send(address.clone()).unwrap();
        Ok(())
    }
}

/// A machine that opens nothing.
struct NoBrowserHere;

impl Browser for NoBrowserHere {
    fn open(&self, _address: &Url) -> Result<(), NoBrowser> {
        Err(NoBrowser)
    }
}

#[tokio::test]
async fn the_registration_says_which_surfaces_are_allowed() {
    let bench = Bench::set().await;
    let run = bench.run();
    let host = bench.host();
    let allowed = async |has_window| {
        let allowed = run.allowed_surfaces(&host, has_window).await;
        allowed.iter().collect::<Vec<_>>()
    };
    assert_eq!(
        allowed(HasWindow::Yes).await,
        [SurfaceKind::Window, SurfaceKind::Pasted]
    );
    assert_eq!(allowed(HasWindow::No).await, [SurfaceKind::Pasted]);
    bench.register(SurfaceKind::DeepLink);
    assert_eq!(
        allowed(HasWindow::No).await,
        [SurfaceKind::DeepLink, SurfaceKind::Pasted]
    );
    bench.register(SurfaceKind::Loopback);
    assert_eq!(allowed(HasWindow::Yes).await, SurfaceKind::ALL);
}
