-- Run once by the postgres image on an empty data folder: one database for each service, none of them a superuser's.
\getenv pms_password PMS_DB_PASSWORD
\getenv keycloak_password KEYCLOAK_DB_PASSWORD

CREATE ROLE pms LOGIN PASSWORD :'pms_password';
CREATE ROLE keycloak LOGIN PASSWORD :'keycloak_password';

CREATE DATABASE pms_upload OWNER pms;
CREATE DATABASE pms_metadata OWNER pms;
CREATE DATABASE pms_processing OWNER pms;
CREATE DATABASE pms_sharing OWNER pms;
CREATE DATABASE keycloak OWNER keycloak;
