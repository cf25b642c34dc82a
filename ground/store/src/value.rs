//! Values on their way to and from the database, the same for both engines.

use base::{Error, Id, Moment, Result};
use bytes::{BufMut, BytesMut};
use rusqlite::types::{ToSqlOutput, ValueRef};
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};

/// A value as both engines understand it. Ids and bytes are one kind: SQLite keeps both as BLOB.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// SQL null.
    Null,
    /// A whole number, or a truth value on SQLite.
    Integer(i64),
    /// A floating-point number.
    Real(f64),
    /// A truth value.
    Bool(bool),
    /// Text or JSON.
    Text(String),
    /// Bytes or a UUID.
    Bytes(Vec<u8>),
}

/// What may be given to a statement.
pub trait ToValue {
    /// The value to bind.
    fn to_value(&self) -> Value;
}

/// What may be read from a row. Decoding is lenient where the engines differ.
pub trait FromValue: Sized {
    /// Reads the value; one of another kind is our own fault.
    ///
    /// # Errors
    /// [`Error::Internal`] naming both kinds.
    fn from_value(value: Value) -> Result<Self>;
}

/// The parameters of a statement: `params![id, "word", moment]`.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::ToValue::to_value(&$value)),*] };
}

macro_rules! to_value {
    ($($kind:ty: |$it:ident| $value:expr;)*) => {
        $(impl ToValue for $kind { fn to_value(&self) -> Value { let $it = self; $value } })*
    };
}

to_value! {
    i64: |it| Value::Integer(*it);
    i32: |it| Value::Integer(i64::from(*it));
    u32: |it| Value::Integer(i64::from(*it));
    f64: |it| Value::Real(*it);
    bool: |it| Value::Bool(*it);
    str: |it| Value::Text(it.to_owned());
    String: |it| Value::Text(it.clone());
    Id: |it| Value::Bytes(it.0.as_bytes().to_vec());
    Moment: |it| Value::Integer(it.0);
    [u8]: |it| Value::Bytes(it.to_vec());
    [u8; 32]: |it| Value::Bytes(it.to_vec());
    Vec<u8>: |it| Value::Bytes(it.clone());
    serde_json::Value: |it| Value::Text(it.to_string());
    Value: |it| it.clone();
}

impl<T: ToValue + ?Sized> ToValue for &T {
    fn to_value(&self) -> Value {
        (**self).to_value()
    }
}

impl<T: ToValue> ToValue for Option<T> {
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, ToValue::to_value)
    }
}

fn mismatch<T>(wanted: &str, found: &Value) -> Result<T> {
    Err(Error::internal(format!("the database gave {found:?} where {wanted} was wanted")))
}

impl FromValue for i64 {
    fn from_value(value: Value) -> Result<Self> {
        match value {
            Value::Integer(number) => Ok(number),
            other => mismatch("a whole number", &other),
        }
    }
}

impl FromValue for f64 {
    #[expect(clippy::cast_precision_loss, reason = "sums and averages come as whole numbers from SQLite")]
    fn from_value(value: Value) -> Result<Self> {
        match value {
            Value::Real(number) => Ok(number),
            Value::Integer(number) => Ok(number as f64),
            other => mismatch("a number", &other),
        }
    }
}

impl FromValue for bool {
    fn from_value(value: Value) -> Result<Self> {
        match value {
            Value::Bool(truth) => Ok(truth),
            Value::Integer(number) => Ok(number != 0),
            other => mismatch("a truth value", &other),
        }
    }
}

impl FromValue for String {
    fn from_value(value: Value) -> Result<Self> {
        match value {
            Value::Text(text) => Ok(text),
            other => mismatch("a text", &other),
        }
    }
}

impl FromValue for Vec<u8> {
    fn from_value(value: Value) -> Result<Self> {
        match value {
            Value::Bytes(bytes) => Ok(bytes),
            other => mismatch("bytes", &other),
        }
    }
}

impl FromValue for Id {
    fn from_value(value: Value) -> Result<Self> {
        match &value {
            Value::Bytes(bytes) => uuid::Uuid::from_slice(bytes).map(Id).or_else(|_| mismatch("an id", &value)),
            other => mismatch("an id", other),
        }
    }
}

impl FromValue for Moment {
    fn from_value(value: Value) -> Result<Self> {
        i64::from_value(value).map(Moment)
    }
}

impl FromValue for serde_json::Value {
    fn from_value(value: Value) -> Result<Self> {
        serde_json::from_str(&String::from_value(value)?).map_err(|e| Error::internal(format!("JSON in the database: {e}")))
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: Value) -> Result<Self> {
        match value {
            Value::Null => Ok(None),
            other => T::from_value(other).map(Some),
        }
    }
}

impl FromValue for Value {
    fn from_value(value: Value) -> Result<Self> {
        Ok(value)
    }
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Integer(number) => ValueRef::Integer(*number),
            Value::Real(number) => ValueRef::Real(*number),
            Value::Bool(truth) => ValueRef::Integer(i64::from(*truth)),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl rusqlite::types::FromSql for Value {
    fn column_result(value: ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        Ok(match value {
            ValueRef::Null => Value::Null,
            ValueRef::Integer(number) => Value::Integer(number),
            ValueRef::Real(number) => Value::Real(number),
            ValueRef::Text(_) => Value::Text(value.as_str()?.to_owned()),
            ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
        })
    }
}

type Fault = Box<dyn std::error::Error + Sync + Send>;

impl ToSql for Value {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> std::result::Result<IsNull, Fault> {
        match (self, ty) {
            (Value::Null, _) => return Ok(IsNull::Yes),
            (Value::Integer(number), &Type::INT2) => out.put_i16(i16::try_from(*number)?),
            (Value::Integer(number), &Type::INT4) => out.put_i32(i32::try_from(*number)?),
            (Value::Integer(number), &Type::INT8) => out.put_i64(*number),
            (Value::Integer(number), &Type::BOOL) => out.put_u8(u8::from(*number != 0)),
            (Value::Real(number), &Type::FLOAT8) => out.put_f64(*number),
            (Value::Bool(truth), &Type::BOOL) => out.put_u8(u8::from(*truth)),
            (Value::Text(text), &Type::JSONB) => {
                out.put_u8(1);
                out.put_slice(text.as_bytes());
            }
            (Value::Text(text), &Type::TEXT | &Type::VARCHAR | &Type::UNKNOWN | &Type::JSON) => out.put_slice(text.as_bytes()),
            (Value::Bytes(bytes), &Type::BYTEA | &Type::UUID) => out.put_slice(bytes),
            (value, ty) => return Err(format!("{value:?} does not fit a column of type {ty}").into()),
        }
        Ok(IsNull::No)
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

impl<'a> FromSql<'a> for Value {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> std::result::Result<Self, Fault> {
        Ok(match *ty {
            Type::INT2 => Value::Integer(i16::from_sql(ty, raw)?.into()),
            Type::INT4 => Value::Integer(i32::from_sql(ty, raw)?.into()),
            Type::INT8 => Value::Integer(i64::from_sql(ty, raw)?),
            Type::FLOAT4 => Value::Real(f32::from_sql(ty, raw)?.into()),
            Type::FLOAT8 => Value::Real(f64::from_sql(ty, raw)?),
            Type::BOOL => Value::Bool(bool::from_sql(ty, raw)?),
            Type::BYTEA | Type::UUID => Value::Bytes(raw.to_vec()),
            Type::JSONB => Value::Text(std::str::from_utf8(raw.get(1..).unwrap_or_default())?.to_owned()),
            Type::TEXT | Type::VARCHAR | Type::BPCHAR | Type::NAME | Type::UNKNOWN | Type::JSON => {
                Value::Text(std::str::from_utf8(raw)?.to_owned())
            }
            _ => return Err(format!("a column of type {ty}: cast it, since sums of BIGINT are NUMERIC on PostgreSQL").into()),
        })
    }

    fn from_sql_null(_: &Type) -> std::result::Result<Self, Fault> {
        Ok(Value::Null)
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}
