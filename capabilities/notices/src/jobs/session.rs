//! One conversation with a mail server (RFC 5321).
//!
//! lettre's own transport reports a failed farewell like a failed delivery, after which the mail would be sent again, and does not
//! say which command was refused. So the commands are given here, and lettre keeps the connection.

use std::time::Duration;

use lettre::transport::smtp::{
    Error as Fault,
    authentication::{Credentials, DEFAULT_MECHANISMS},
    client::{AsyncSmtpConnection, TlsParameters},
    commands::{Data, Mail, Rcpt},
    extension::{ClientId, Extension, MailBodyParameter, MailParameter},
};
use tokio::time::timeout;

use super::{Delivery, Letter, Undelivered};
use crate::model::{Smtp, Tls};

/// The longest wait for the connection.
const CONNECT_TIME: Duration = Duration::from_secs(15);
/// The longest conversation: half of a worker's lease on the job (120 s).
const SEND_TIME: Duration = Duration::from_secs(60);
/// The longest farewell, after the mail was taken.
const QUIT_TIME: Duration = Duration::from_secs(2);

/// Hands the letter to the mail server, which answers for it from then on.
pub(crate) async fn send(smtp: &Smtp, letter: &Letter) -> Delivery {
    let talk = async {
        let mut line = open(smtp, letter).await.map_err(later)?;
        hand_over(&mut line, letter).await?;
        Ok(line)
    };
    let talked = timeout(SEND_TIME, talk).await;
    let mut line =
        talked.unwrap_or_else(|_| Err(Undelivered::Later(format!("the mail server took longer than {} s", SEND_TIME.as_secs()))))?;
    // The letter is taken: how the farewell goes changes nothing.
    drop(timeout(QUIT_TIME, line.quit()).await);
    Ok(())
}

async fn open(smtp: &Smtp, letter: &Letter) -> Result<AsyncSmtpConnection, Fault> {
    let us = ClientId::Domain(letter.host.clone());
    let tls = match smtp.tls {
        Tls::Off => None,
        Tls::Wrapped | Tls::StartTls => Some(TlsParameters::new(smtp.host.clone())?),
    };
    let (wrapped, started) = if smtp.tls == Tls::Wrapped { (tls, None) } else { (None, tls) };
    let mut line = AsyncSmtpConnection::connect_tokio1((smtp.host.as_str(), smtp.port), Some(CONNECT_TIME), &us, wrapped, None).await?;
    if let Some(tls) = started {
        line.starttls(tls, &us).await?;
    }
    if let Some(login) = &smtp.login {
        line.auth(DEFAULT_MECHANISMS, &Credentials::new(login.user.clone(), login.password.clone())).await?;
    }
    Ok(line)
}

async fn hand_over(line: &mut AsyncSmtpConnection, letter: &Letter) -> Delivery {
    let parameters = parameters(line, letter)?;
    // A refusal up to here is about us, not about the recipient: it can be mended, so we try again.
    line.command(Mail::new(Some(letter.from.clone()), parameters)).await.map_err(later)?;
    line.command(Rcpt::new(letter.to.clone(), Vec::new())).await.map_err(refused)?;
    line.command(Data).await.map_err(refused)?;
    line.message(&letter.bytes).await.map_err(refused)?;
    Ok(())
}

/// Letters beyond ASCII stand only in addresses; they need a server that knows RFC 6531.
fn parameters(line: &AsyncSmtpConnection, letter: &Letter) -> Result<Vec<MailParameter>, Undelivered> {
    if letter.bytes.is_ascii() {
        return Ok(Vec::new());
    }
    if !line.server_info().supports_feature(Extension::SmtpUtfEight) {
        return Err(Undelivered::Never("the mail server cannot carry an address with such letters (SMTPUTF8)"));
    }
    Ok(vec![MailParameter::SmtpUtfEight, MailParameter::Body(MailBodyParameter::EightBitMime)])
}

fn refused(fault: Fault) -> Undelivered {
    if fault.is_permanent() {
        Undelivered::Never("the mail server refused the letter for good: does the address exist?")
    } else {
        later(fault)
    }
}

/// Mail servers like to repeat the address; no list shall keep it after the resident is erased.
fn later(fault: Fault) -> Undelivered {
    let text = fault.to_string();
    let words = text.split_whitespace().map(|word| if word.contains('@') { "…" } else { word });
    Undelivered::Later(format!("the mail server did not take the letter: {}", words.collect::<Vec<_>>().join(" ")))
}
