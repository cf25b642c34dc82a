-- Whoever turned to the city and left a way to be reached. A matching way proves no identity.
create table residents (
    id UUID not null constraint residents_pk primary key,
    -- What they call themselves; null when they did not say or it was erased.
    name TEXT,
    language TEXT not null,
    created_at BIGINT not null,
    -- The resident that this one turned out to be.
    merged_into UUID,
    erased_at BIGINT
);

-- A way to reach a resident: an e-mail address or a telephone number in E.164 form.
create table resident_ways (
    id UUID not null constraint resident_ways_pk primary key,
    resident_id UUID not null constraint resident_ways_resident references residents (id),
    kind TEXT not null constraint resident_ways_kind_known check (kind in ('email', 'phone')),
    address TEXT not null,
    created_at BIGINT not null,
    constraint resident_ways_once unique (kind, address)
);
create index resident_ways_of_resident on resident_ways (resident_id);
