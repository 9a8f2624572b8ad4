package be.dossierwerk.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a headless Chromium: {@code CHROMIUM_PATH}, or the one that the system has. One for all test classes. */
class Chromium implements ExecutionCondition, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Chromium.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (path().isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium at " + path().get());
        }
        String why = "No Chromium: install the package chromium or set CHROMIUM_PATH";
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(why);
        }
        return ConditionEvaluationResult.disabled(why);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class).browser;
    }

    private static Optional<Path> path() {
        return Stream.of(System.getenv("CHROMIUM_PATH"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(path -> path != null && Files.isExecutable(Path.of(path))).map(Path::of).findFirst();
    }

    private static final class Running implements ExtensionContext.Store.CloseableResource {

        private final Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private final Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(path().orElseThrow()).setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));

        @Override
        public void close() {
            playwright.close();
        }
    }
}
