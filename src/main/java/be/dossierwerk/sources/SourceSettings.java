package be.dossierwerk.sources;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the sources are and how patient the product is.
 *
 * @param url                empty: the simulated sources where demo people may sign in, elsewhere no source at all
 * @param token              sent as bearer token; empty for none
 * @param readTimeout        for the whole answer, headers and body
 * @param retries            extra attempts within one question, only when there was no answer
 * @param retryWait          before the first extra attempt; doubles each time
 * @param failuresBeforeRest in a row; the source is then left alone for {@code rest}
 * @param personAfter        a question that waits longer goes to a person too
 * @param perRound           most questions asked in one round
 */
@ConfigurationProperties("dossierwerk.sources")
record SourceSettings(@DefaultValue("") String url, @DefaultValue("") String token, @DefaultValue("2s") Duration connectTimeout,
                      @DefaultValue("5s") Duration readTimeout, @DefaultValue("2") int retries, @DefaultValue("200ms") Duration retryWait,
                      @DefaultValue("5") int failuresBeforeRest, @DefaultValue("1m") Duration rest, @DefaultValue("24h") Duration personAfter,
                      @DefaultValue("100") int perRound) { }
