/**
 * Starts the real PostgreSQL, Kafka, Elasticsearch, Keycloak, S3 and Redis as local processes, and our own services on them.
 *
 * <p>{@link pms.platform.Suite} is the supervisor, {@link pms.platform.Home} the folder it keeps everything in, {@link
 * pms.platform.Endpoints} what it offers. Tests come in through {@link pms.platform.test.PmsPlatform}, people through
 * {@code ./pms}.
 */
package pms.platform;
