package redline.system;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import redline.casefile.SealSettings;
import redline.casefile.StoreSettings;
import redline.report.Contents;

/**
 * Settings {@code redline.*} of an office.
 *
 * @param office where it keeps its cases
 * @param database of its own; empty for H2 in the folder
 * @param publicAddress of its pages for everybody, {@code https://review.example.cn}: printed on reports as where to verify them; empty: not printed
 * @param seal what it seals with
 */
@ConfigurationProperties("redline")
record OfficeSettings(
        @DefaultValue Office office,
        @DefaultValue Database database,
        @DefaultValue("") String publicAddress,
        @DefaultValue Seal seal) {
    private static final Logger LOG = LoggerFactory.getLogger(OfficeSettings.class);

    /** @param folder empty: no office, the self-check alone */
    record Office(@DefaultValue("") String folder) {}

    /**
     * @param url {@code jdbc:postgresql://…}
     * @param password from the environment, {@code REDLINE_DATABASE_PASSWORD}
     */
    record Database(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {}

    /**
     * @param key PKCS#12 file; empty: nothing is sealed here
     * @param passwordFile whose first line is the password of the key
     * @param tsa address of a time stamping authority (RFC 3161); empty: no time stamps
     * @param trust certificates of issuers and signers that are trusted, PEM or PKCS#12; empty: nobody
     * @param trustPasswordFile whose first line is the password of {@code trust}, where it is PKCS#12
     */
    record Seal(
            @DefaultValue("") String key,
            @DefaultValue("") String passwordFile,
            @DefaultValue("") String tsa,
            @DefaultValue("") String trust,
            @DefaultValue("") String trustPasswordFile) {}

    /** The public address without a slash at its end; empty, with a line in the log, where it is none that can be printed. */
    String address() {
        String address = publicAddress.strip().replaceAll("/+$", "");
        if (!address.isEmpty() && !Contents.isAddress(address)) {
            LOG.error("redline.public-address is no http(s) address: {}; reports say nowhere to verify them", address);
            return "";
        }
        return address;
    }

    SealSettings sealing() {
        return new SealSettings(seal.key(), seal.passwordFile(), seal.tsa(), seal.trust(), seal.trustPasswordFile());
    }

    StoreSettings store() {
        return new StoreSettings(Path.of(office.folder()), database.url(), database.user(), database.password());
    }
}
