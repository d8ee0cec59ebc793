//! A road to a server that can be closed and opened again, as when a machine loses its network half-way, and that can
//! lead to another server, as when somebody changes how the first one behaves.

use std::io;
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

/// A road to a server on this machine.
pub struct Road {
    address: SocketAddr,
    target: Arc<AtomicU16>,
    open: Arc<Mutex<Option<Traffic>>>,
}

/// What is on the road while it is open.
struct Traffic {
    listener: TcpListener,
    connections: Vec<TcpStream>,
}

impl Road {
    /// An open road to this port of this machine.
    ///
    /// # Panics
    /// Where no port can be had.
    #[must_use]
    pub fn to(port: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port can be had");
        let address = listener.local_addr().expect("it has an address");
        let road = Self {
            address,
            target: Arc::new(port.into()),
            open: Arc::default(),
        };
        road.carry(listener);
        road
    }

    /// The port at its near end.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Closes it: what is under way breaks off, and nobody is let in.
    ///
    /// # Panics
    /// Where a thread of the road panicked.
    pub fn close(&self) {
        if let Some(traffic) = self.open.lock().expect("no thread panicked").take() {
            for connection in &traffic.connections {
                let _ = connection.shutdown(Shutdown::Both);
            }
            drop(traffic);
            // The accepting thread holds the listener too: one call wakes it, and it sees that the road is closed.
            let _ = TcpStream::connect(self.address);
        }
    }

    /// Opens it again, at the same port.
    ///
    /// # Panics
    /// Where the port has been taken meanwhile.
    pub fn open(&self) {
        self.carry(TcpListener::bind(self.address).expect("the port is still free"));
    }

    /// Leads whoever comes from now on to this port of this machine.
    pub fn lead_to(&self, port: u16) {
        self.target.store(port, Ordering::SeqCst);
    }

    fn carry(&self, listener: TcpListener) {
        let accepting = listener.try_clone().expect("a listener can be shared");
        *self.open.lock().expect("no thread panicked") = Some(Traffic {
            listener,
            connections: Vec::new(),
        });
        let (open, target) = (Arc::clone(&self.open), Arc::clone(&self.target));
        thread::spawn(move || {
            while let Ok((near, _)) = accepting.accept() {
                let mut open = open.lock().expect("no thread panicked");
                let Some(traffic) = open.as_mut() else { return };
                // Kept so that dropping the traffic closes the port.
                let _ = &traffic.listener;
                if let Ok(far) = TcpStream::connect(("127.0.0.1", target.load(Ordering::SeqCst))) {
                    traffic
                        .connections
                        .extend([pump(&near, &far), pump(&far, &near)].into_iter().flatten());
                }
            }
        });
    }
}

/// Carries bytes one way until either end closes.
fn pump(from: &TcpStream, to: &TcpStream) -> io::Result<TcpStream> {
    let (mut from, mut to) = (from.try_clone()?, to.try_clone()?);
    let handle = from.try_clone()?;
    thread::spawn(move || {
        let _ = io::copy(&mut from, &mut to);
        let _ = to.shutdown(Shutdown::Write);
    });
    Ok(handle)
}
