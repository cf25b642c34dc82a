//! Argon2id, outside of every transaction: a bounded number at once, a bounded number in the queue.
//!
//! It has threads of its own. The system's allocator keeps what a thread once used, and each hash takes 19 MiB: among
//! the runtime's many threads that would be hundreds of MiB after a busy morning.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, LazyLock, Mutex, PoisonError,
        mpsc::{Sender, channel},
    },
};

use argon2::{
    Argon2,
    password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash},
};
use base::{Error, Result};
use tokio::sync::{Semaphore, SemaphorePermit, oneshot};

use crate::model::Password;

/// Passwords hashed at once; each takes 19 MiB and some 30 ms of a core.
pub const HASHES_AT_ONCE: usize = 2;
/// Passwords that may wait for their turn; one more is [`Error::Busy`].
pub const HASHES_WAITING: usize = 64;

/// The hash that is verified for a login that does not exist, so that the answer takes as long: random bytes in
/// the form of a hash, of which nobody knows a password.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$DnCXlhp0zDGzDwdJe4PHCQ$hvVO4YhrOYXShI3u0m6Yh4UYs4zMK9vW2s79V+eL0bA";

type Work = Box<dyn FnOnce() + Send>;

static HANDS: LazyLock<Sender<Work>> = LazyLock::new(|| {
    let (hands, waiting) = channel::<Work>();
    let waiting = Arc::new(Mutex::new(waiting));
    for number in 0..HASHES_AT_ONCE {
        let waiting = Arc::clone(&waiting);
        let next = move || waiting.lock().unwrap_or_else(PoisonError::into_inner).recv().ok();
        let run = move || {
            while let Some(work) = next() {
                // Whoever waits for a work that panics is told by the answer that never comes.
                drop(catch_unwind(AssertUnwindSafe(work)));
            }
        };
        let started = std::thread::Builder::new().name(format!("passwords-{number}")).spawn(run);
        started.expect("the system gives a thread for passwords");
    }
    hands
});

static DOOR: Door = Door::new(HASHES_AT_ONCE, HASHES_WAITING);

struct Door {
    queue: Semaphore,
    turns: Semaphore,
}

/// The right to hash one password.
pub(super) struct Place {
    _queued: SemaphorePermit<'static>,
    _turn: SemaphorePermit<'static>,
}

/// Waits for a turn.
///
/// # Errors
/// [`Error::Busy`] `passwords` when too many wait already.
pub(super) async fn place() -> Result<Place> {
    DOOR.place().await
}

impl Door {
    const fn new(at_once: usize, waiting: usize) -> Self {
        Self { queue: Semaphore::const_new(at_once + waiting), turns: Semaphore::const_new(at_once) }
    }

    async fn place(&'static self) -> Result<Place> {
        let queued = self.queue.try_acquire().map_err(|_| Error::Busy("passwords"))?;
        let turn = self.turns.acquire().await.map_err(Error::internal)?;
        Ok(Place { _queued: queued, _turn: turn })
    }
}

impl Place {
    /// The hash of `password` in PHC form, with a salt of its own.
    pub(super) async fn hash(self, password: &Password) -> Result<String> {
        let password = password.clone();
        self.work(move || Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string())).await?.map_err(Error::internal)
    }

    /// Whether `hash` is that of `password`; without a hash it takes as long and is not.
    pub(super) async fn verify(self, password: &Password, hash: Option<String>) -> Result<bool> {
        let password = password.clone();
        self.work(move || {
            let known = hash.is_some();
            let hash = hash.unwrap_or_else(|| NOBODY.to_owned());
            let parsed = PasswordHash::new(&hash).map_err(Error::internal)?;
            Ok(Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok() && known)
        })
        .await?
    }

    /// The place is kept until the work is done, even when whoever asked has gone away.
    async fn work<T: Send + 'static>(self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let (answer, done) = oneshot::channel();
        let held = move || {
            let value = work();
            drop(self);
            drop(answer.send(value));
        };
        HANDS.send(Box::new(held)).map_err(|_| Error::internal("the threads for passwords have ended"))?;
        done.await.map_err(|_| Error::internal("hashing a password panicked"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_by_its_hash_and_only_by_that() {
        let (right, wrong) = (Password::given("sowa na wieży").unwrap(), Password::given("sowa na wiezy").unwrap());
        let hash = place().await.unwrap().hash(&right).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(place().await.unwrap().verify(&right, Some(hash.clone())).await.unwrap());
        assert!(!place().await.unwrap().verify(&wrong, Some(hash)).await.unwrap());
    }

    #[tokio::test]
    async fn a_login_that_does_not_exist_costs_the_same_work() {
        let ours = Argon2::default().hash_password(b"x").unwrap().to_string();
        let parameters = |hash: &str| hash.rsplitn(3, '$').last().map(str::to_owned);
        assert_eq!(parameters(NOBODY), parameters(&ours));
        assert!(!place().await.unwrap().verify(&Password::given("x").unwrap(), None).await.unwrap());
    }

    #[tokio::test]
    async fn a_full_queue_says_busy_and_loses_nothing() {
        static SMALL: Door = Door::new(1, 1);
        let first = SMALL.place().await.unwrap();
        let second = tokio::spawn(SMALL.place());
        while SMALL.queue.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        assert!(matches!(SMALL.place().await, Err(Error::Busy("passwords"))));
        drop(first);
        assert!(second.await.unwrap().is_ok());
        assert!(SMALL.place().await.is_ok());
    }
}
