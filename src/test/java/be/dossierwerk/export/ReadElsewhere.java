package be.dossierwerk.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Holds a log against the schema of its standard, and loads it in PM4JS, which is not ours (src/test/logreader). */
public final class ReadElsewhere {

    private static final Path READER = Path.of("src/test/logreader");
    private static final Path INSTALLED = READER.resolve("node_modules/.package-lock.json");

    private ReadElsewhere() { }

    /** What the schema of IEEE 1849-2016 finds wrong. */
    public static List<String> faultsOfXes(Path file) throws IOException, SAXException {
        List<String> faults = new ArrayList<>();
        Validator validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(ReadElsewhere.class.getResource("/export/xes-ieee-1849-2016.xsd")).newValidator();
        validator.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException fault) {
                faults.add(fault.toString());
            }

            @Override
            public void error(SAXParseException fault) {
                faults.add(fault.toString());
            }

            @Override
            public void fatalError(SAXParseException fault) {
                faults.add(fault.toString());
            }
        });
        validator.validate(new StreamSource(file.toFile()));
        return faults;
    }

    /** What the schema of OCEL 2.0 finds wrong. */
    public static List<String> faultsOfOcel(Path file) throws IOException {
        try (InputStream schema = ReadElsewhere.class.getResourceAsStream("/export/ocel20.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema)
                    .validate(Files.readString(file), InputFormat.JSON, execution -> execution.getExecutionConfig().setFormatAssertionsEnabled(true))
                    .stream().map(Object::toString).toList();
        }
    }

    /** What PM4JS tells of a log. */
    public static JsonNode loaded(Path file) throws IOException, InterruptedException {
        install();
        return new ObjectMapper().readTree(said(60, List.of("node", "read.cjs", file.toAbsolutePath().toString())));
    }

    private static synchronized void install() throws IOException, InterruptedException {
        if (!Files.exists(INSTALLED) || Files.getLastModifiedTime(INSTALLED).compareTo(Files.getLastModifiedTime(READER.resolve("package-lock.json"))) < 0) {
            said(300, List.of(System.getProperty("os.name").startsWith("Windows") ? "npm.cmd" : "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        }
    }

    private static String said(int patienceSeconds, List<String> command) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("logreader", ".txt");
        Path answer = Files.createTempFile("logreader", ".json");
        try {
            Process process = new ProcessBuilder(command).directory(READER.toFile()).redirectError(errors.toFile()).redirectOutput(answer.toFile()).start();
            assertThat(process.waitFor(patienceSeconds, TimeUnit.SECONDS)).as("%s in time", command).isTrue();
            assertThat(process.exitValue()).as("%s: %s", command, Files.readString(errors)).isZero();
            return Files.readString(answer);
        } finally {
            Files.deleteIfExists(errors);
            Files.deleteIfExists(answer);
        }
    }
}
