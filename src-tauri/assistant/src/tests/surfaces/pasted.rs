//! The person pastes the address that they end on, with whatever comes along.

use crate::tests::bench::{Bench, lines};
use crate::{Attempt, BoxFuture, PasteDesk, PastedSurface, Stage};
use std::sync::Mutex;
use tokio::sync::{Mutex as AsyncMutex, mpsc};
use url::Url;
use vincula_core::check::CheckId;
use vincula_core::problem::ProblemKind;
use vincula_core::sign_in::{NotForUs, NotPasted};
use zeroize::Zeroizing;

/// A desk at which a test pastes.
struct Desk {
    shown: mpsc::UnboundedSender<Url>,
    pasted: AsyncMutex<mpsc::UnboundedReceiver<String>>,
    said: Mutex<Vec<NotPasted>>,
}

impl PasteDesk for Desk {
    fn show(&self, attempt: &Attempt<'_>) {
        self.shown.send(attempt.url.clone()).unwrap();
    }

    fn next(&self) -> BoxFuture<'_, Option<Zeroizing<String>>> {
        Box::pin(async { self.pasted.lock().await.recv().await.map(Zeroizing::new) })
    }

    fn not_in_there(&self, why: NotPasted) {
        self.said.lock().unwrap().push(why);
    }
}

/// What the person is told of what they paste before the answer; the run must have come to the test mail.
async fn told_before_the_answer(pastes: impl Fn(&Url) -> Vec<Vec<String>>) -> Vec<NotPasted> {
    let bench = Bench::set().await;
    let (shown, mut show) = mpsc::unbounded_channel();
    let (paste, receive) = mpsc::unbounded_channel();
    let desk = Desk {
        shown,
        pasted: AsyncMutex::new(receive),
        said: Mutex::default(),
    };
    let surface = PastedSurface { desk: &desk };
    let mut run = bench.run();
    let host = bench.host();
    run.check(&host).await;
    let person = async {
        let address = show.recv().await.unwrap();
        let answer = bench.visit(&bench.practice.work_user, &address).await;
        for lines in pastes(&answer) {
            let heard = desk.said.lock().unwrap().len();
            for line in lines {
                paste.send(line).unwrap();
            }
            // The next one comes when the person has read the reply, or never.
            while desk.said.lock().unwrap().len() == heard {
                tokio::task::yield_now().await;
            }
        }
    };
    tokio::select! {
        () = run.sign_in(&host, &surface) => {}
        () = person => panic!("the last paste was not the answer"),
    }
    assert_eq!(run.stage(), Stage::Send, "{:?}", lines(&run));
    desk.said.into_inner().unwrap()
}

#[tokio::test]
async fn an_address_with_noise_around_it_is_understood() {
    let said = told_before_the_answer(|answer| {
        vec![
            vec!["no sé qué copiar".to_owned()],
            vec!["https://empresa.cloudgestion1.app/login".to_owned()],
            vec![format!("> Hola: creo que es «{answer}». ¿Vale?")],
        ]
    })
    .await;
    assert_eq!(
        said,
        [
            NotPasted::NoAddress,
            NotPasted::NotForUs(NotForUs::AnotherAddress)
        ]
    );
}

#[tokio::test]
async fn an_address_that_comes_line_by_line_is_one() {
    let said = told_before_the_answer(|answer| {
        let characters: Vec<char> = answer.as_str().chars().collect();
        let lines = characters
            .chunks(72)
            .map(|line| format!("> {}", line.iter().collect::<String>()));
        vec![
            ["Hola:".to_owned()]
                .into_iter()
                .chain(lines)
                .chain(["Gracias".to_owned()])
                .collect(),
        ]
    })
    .await;
    assert_eq!(said, []);
}

#[tokio::test]
async fn a_desk_that_is_left_ends_the_sign_in() {
    let bench = Bench::set().await;
    let (shown, _show) = mpsc::unbounded_channel();
    let (paste, receive) = mpsc::unbounded_channel();
    paste.send("hola".to_owned()).unwrap();
    drop(paste);
    let desk = Desk {
        shown,
        pasted: AsyncMutex::new(receive),
        said: Mutex::default(),
    };
    let mut run = bench.run();
    let host = bench.host();
    run.check(&host).await;
    run.sign_in(&host, &PastedSurface { desk: &desk }).await;
    let failure = run.failure().map(|(check, problem)| (check, problem.kind));
    assert_eq!(failure, Some((CheckId::SignIn, ProblemKind::WindowClosed)));
}
