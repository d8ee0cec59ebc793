//! The road to the lab, which a test can cut and mend.

use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};
use vincula_lab::Lab;

/// The road to the lab, which can be cut and mended.
pub(super) struct Road {
    pub(super) address: String,
    to: String,
    traffic: Option<JoinHandle<()>>,
}

impl Road {
    pub(super) async fn to(lab: &Lab) -> Self {
        let to = format!("127.0.0.1:{}", lab.base_url().port().unwrap());
        let mut road = Self {
            address: "127.0.0.1:0".to_owned(),
            to,
            traffic: None,
        };
        road.mend().await;
        road
    }

    pub(super) async fn mend(&mut self) {
        let listener = TcpListener::bind(&self.address).await.unwrap();
        self.address = listener.local_addr().unwrap().to_string();
        let to = self.to.clone();
        self.traffic = Some(tokio::spawn(async move {
            let mut both_ways = JoinSet::new();
            while let Ok((mut here, _)) = listener.accept().await {
                let to = to.clone();
                both_ways.spawn(async move {
                    if let Ok(mut there) = TcpStream::connect(to).await {
                        drop(tokio::io::copy_bidirectional(&mut here, &mut there).await);
                    }
                });
            }
        }));
    }

    pub(super) async fn cut(&mut self) {
        if let Some(traffic) = self.traffic.take() {
            traffic.abort();
            drop(traffic.await);
        }
    }
}
