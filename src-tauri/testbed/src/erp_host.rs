//! A stand-in for the ERP's host, which must never be called.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

/// A stand-in for the ERP's host: it counts whoever connects, whatever they then say, and hangs up.
pub struct ErpHost {
    address: SocketAddr,
    seen: Arc<AtomicUsize>,
}

impl ErpHost {
    /// A host on this machine.
    ///
    /// # Panics
    /// Where no port can be had.
    #[must_use]
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port can be had");
        let address = listener.local_addr().expect("it has an address");
        let seen = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&seen);
        // It ends with the test's process: one thread that sleeps in `accept`.
        thread::spawn(move || {
            for connection in listener.incoming() {
                counter.fetch_add(1, Ordering::SeqCst);
                drop(connection);
            }
        });
        Self { address, seen }
    }

    /// What a person would enter as the ERP's address.
    #[must_use]
    pub fn erp_address(&self) -> String {
        format!("localhost:{}", self.address.port())
    }

    /// How often it was called.
    #[must_use]
    pub fn calls(&self) -> usize {
        self.seen.load(Ordering::SeqCst)
    }

    /// How often it was called, after proving that it would have noticed: it is called once more, by us.
    ///
    /// # Panics
    /// Where it does not notice that call.
    #[must_use]
    pub fn calls_with_proof(&self) -> usize {
        let calls = self.calls();
        drop(TcpStream::connect(self.address).expect("it listens"));
        for _ in 0..100 {
            if self.calls() == calls + 1 {
                return calls;
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("the stand-in ERP host does not count");
    }
}
