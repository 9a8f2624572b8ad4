package be.dossierwerk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * No work asks for a second connection while it has one, also not within the mapper of a row: as many people who do that in the same moment as the pool has
 * connections wait for each other until all of them fail, and everybody else with them. A test class that is extended with this fails when its work does.
 */
public final class HeldConnections implements BeforeEachCallback, AfterEachCallback {

    private static final int FRAMES = 6;
    private static final String OURS = "be.dossierwerk.";
    /** One thread of each server does this, or one person now and then: rehearsals, the lock of a chain check, the terms that follow an approved rule. */
    private static final List<String> FEW = List.of("procedurechange.ImpactOfChange", "evidence.CheckChains", "deadline.FollowRuleChange", "demo.LoadDemoData");
    private static final List<String> HERE = List.of("HeldConnections", "CountedStatements", "BrokenConnection", "security.AuditorsLookOnly");
    private static final ThreadLocal<Hands> HELD = new ThreadLocal<>();
    private static final Set<String> SECOND = ConcurrentHashMap.newKeySet();

    /** What a thread holds counts from the beginning of a test: what another class of the same process left held is not of this one. */
    private static volatile Object now = new Object();

    private record Hands(Object test, AtomicInteger held) { }

    @Override
    public void beforeEach(ExtensionContext test) {
        now = new Object();
        SECOND.clear();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        assertThat(SECOND).as("asked for a second connection while it had one").isEmpty();
    }

    /** This thread gets a connection. Gives who holds it, for {@link #givenBack}: another thread may give it back. */
    static AtomicInteger taken() {
        Hands hands = HELD.get();
        if (hands == null || hands.test != now) {
            hands = new Hands(now, new AtomicInteger());
            HELD.set(hands);
        }
        if (hands.held.getAndIncrement() > 0) {
            List<String> way = Arrays.stream(Thread.currentThread().getStackTrace()).filter(frame -> frame.getClassName().startsWith(OURS) && !frame.getClassName().contains("$$"))
                    .map(frame -> frame.getClassName().substring(OURS.length()) + ":" + frame.getLineNumber()).filter(frame -> HERE.stream().noneMatch(frame::startsWith)).toList();
            if (!way.isEmpty() && FEW.stream().noneMatch(few -> way.stream().anyMatch(frame -> frame.startsWith(few)))) {
                SECOND.add(String.join(" < ", way.subList(0, Math.min(FRAMES, way.size()))));
            }
        }
        return hands.held;
    }

    static void givenBack(AtomicInteger holder) {
        holder.decrementAndGet();
    }
}
