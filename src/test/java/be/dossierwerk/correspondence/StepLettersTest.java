package be.dossierwerk.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What managers read about the letters of a step is what the code does: from the step along every call to the letter that leaves. */
class StepLettersTest {

    private static final String SEND = "be/dossierwerk/correspondence/Letters.send";
    private static final Set<String> ASIDE = Set.of("be/dossierwerk/correspondence/", "be/dossierwerk/audit/", "be/dossierwerk/engine/", "be/dossierwerk/security/");

    /** By method, as {@code be/dossierwerk/fine/FollowFine.remind}. */
    private static final Map<String, Set<String>> CALLS = new HashMap<>();
    private static final Map<String, Set<String>> TEXTS = new HashMap<>();
    private static final Map<String, Set<String>> UNDER = new HashMap<>();
    private static final SortedSet<String> KINDS = new TreeSet<>();

    @BeforeAll
    static void read_the_code() throws IOException {
        PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
        for (Resource template : files.getResources("classpath:letters/*.html")) {
            KINDS.add(template.getFilename().replace(".html", ""));
        }
        for (Resource file : files.getResources("classpath*:be/dossierwerk/**/*.class")) {
            try (var in = file.getInputStream()) {
                new ClassReader(in).accept(new Reading(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            }
        }
    }

    @Test
    void what_each_step_says_it_sends_is_what_it_sends() {
        SortedMap<String, SortedSet<String>> sent = new TreeMap<>();
        under("org/camunda/bpm/engine/delegate/JavaDelegate").forEach(delegate -> letters(delegate + ".execute").ifSends(kinds ->
                sent.put(java.beans.Introspector.decapitalize(delegate.substring(delegate.lastIndexOf('/') + 1)), kinds)));
        under("be/dossierwerk/inbox/TaskAction").forEach(action -> letters(action + ".send").ifSends(kinds ->
                TEXTS.getOrDefault(action + ".formKey", Set.of()).forEach(form -> sent.put(form, kinds))));
        // The letter was made before, when the decision was ready to sign.
        assertThat(sent.get("sendDecisionDelegate")).isEmpty();
        sent.put("sendDecisionDelegate", new TreeSet<>(Set.of("beslissing-*")));

        SortedMap<String, SortedSet<String>> said = new TreeMap<>();
        StepLetters.all().forEach((step, letters) -> said.put(step, letters.stream().flatMap(letter -> letter.kinds().stream()).collect(Collectors.toCollection(TreeSet::new))));
        assertThat(sent).hasSizeGreaterThan(30);
        assertThat(said).isEqualTo(sent);
    }

    private interface Letters {
        void ifSends(java.util.function.Consumer<SortedSet<String>> then);
    }

    /** The kinds of letter that are named on the way. */
    private static Letters letters(String from) {
        Set<String> seen = new HashSet<>();
        SortedSet<String> kinds = new TreeSet<>();
        Deque<String> next = new ArrayDeque<>(Set.of(from));
        boolean sends = false;
        while (!next.isEmpty()) {
            String method = next.pop();
            sends |= method.equals(SEND);
            if (seen.add(method) && ASIDE.stream().noneMatch(method::startsWith)) {
                TEXTS.getOrDefault(method, Set.of()).stream().filter(KINDS::contains).forEach(kinds::add);
                CALLS.getOrDefault(method, Set.of()).forEach(next::push);
                int dot = method.lastIndexOf('.');
                under(method.substring(0, dot)).forEach(type -> next.push(type + method.substring(dot)));
            }
        }
        boolean found = sends;
        return then -> {
            if (found) {
                then.accept(kinds);
            }
        };
    }

    private static Set<String> under(String type) {
        Set<String> all = new TreeSet<>(UNDER.getOrDefault(type, Set.of()));
        Set.copyOf(all).forEach(each -> all.addAll(under(each)));
        return all;
    }

    private static final class Reading extends ClassVisitor {

        private String type;

        Reading() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String above, String[] interfaces) {
            type = name;
            UNDER.computeIfAbsent(above, each -> new HashSet<>()).add(name);
            for (String each : interfaces) {
                UNDER.computeIfAbsent(each, any -> new HashSet<>()).add(name);
            }
            UNDER.remove("java/lang/Object");
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            String method = type + "." + name;
            Set<String> calls = CALLS.computeIfAbsent(method, each -> new HashSet<>());
            Set<String> texts = TEXTS.computeIfAbsent(method, each -> new HashSet<>());
            return new MethodVisitor(Opcodes.ASM9) {

                @Override
                public void visitMethodInsn(int opcode, String owner, String called, String of, boolean isInterface) {
                    if (owner.startsWith("be/dossierwerk/")) {
                        calls.add(owner + "." + called);
                    }
                }

                @Override
                public void visitInvokeDynamicInsn(String called, String of, Handle bootstrap, Object... arguments) {
                    for (Object each : arguments) {
                        if (each instanceof Handle handle && handle.getOwner().startsWith("be/dossierwerk/")) {
                            calls.add(handle.getOwner() + "." + handle.getName());
                        }
                    }
                }

                @Override
                public void visitLdcInsn(Object value) {
                    if (value instanceof String text) {
                        texts.add(text);
                    }
                }
            };
        }
    }
}
