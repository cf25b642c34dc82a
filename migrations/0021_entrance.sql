-- Whoever holds a role with `second_factor` must have a second factor; that takes the place of rules about permissions.
alter table roles add column second_factor BOOLEAN not null default false;
drop table entrance_rules;

-- While a secret waits for its first code: the SHA-256 of the token of the session or half sign-in that was shown it.
alter table totp_secrets add column waits_for BYTEA;

-- Attempts to open this session again that were not followed by the right secret; a stranger's attempts to sign in do not count.
alter table sessions add column wrong_unlocks BIGINT not null default 0;
