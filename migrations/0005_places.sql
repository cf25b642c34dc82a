-- Districts and other areas of the pack; `name` is wording in pl, uk, en.
create table areas (
    id UUID not null constraint areas_pk primary key,
    key TEXT not null constraint areas_key_once unique,
    kind TEXT not null,
    name JSONB not null,
    -- GeoJSON geometry (RFC 7946), WGS84.
    geometry JSONB not null
);

-- Streets; `name_where` says where: "przy ul. Olszowej".
create table streets (
    id UUID not null constraint streets_pk primary key,
    key TEXT not null constraint streets_key_once unique,
    prefix TEXT not null,
    name TEXT not null,
    name_where TEXT not null
);

-- Address points, 1e-7 degree.
create table addresses (
    id UUID not null constraint addresses_pk primary key,
    street_id UUID not null constraint addresses_street references streets (id),
    number TEXT not null,
    lat_e7 BIGINT not null,
    lng_e7 BIGINT not null,
    area_id UUID constraint addresses_area references areas (id),
    constraint addresses_once unique (street_id, number)
);
