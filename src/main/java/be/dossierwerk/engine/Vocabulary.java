package be.dossierwerk.engine;

import be.dossierwerk.security.Roles;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;

/**
 * What a diagram may name (house.md 3.9). It is read from the class path alone, without beans and database, so that the server and the command line know the same words.
 * {@code groups}: roles with the name screens show; {@code delegates}: beans by name; {@code forms}: paths below {@code forms/} without ending;
 * {@code terms}: codes of term rules; {@code facts}: variables by name; {@code processes}: with their names; {@code messages}: what a dossier can wait for.
 */
public record Vocabulary(SortedMap<String, String> groups, SortedMap<String, Delegate> delegates, SortedSet<String> forms, SortedSet<String> terms,
                         SortedMap<String, Fact> facts, SortedMap<String, String> processes, SortedSet<String> messages) {

    /** A variable that diagrams compare. Two procedures can give the same name another type. {@code codes}: the values the product's diagrams compare it with. */
    public record Fact(String name, SortedSet<Type> types, SortedSet<String> codes) {

        public boolean isFlag() {
            return types.contains(Type.FLAG);
        }

        public boolean isCode() {
            return types.contains(Type.CODE);
        }
    }

    public enum Type {
        /** Yes or no. */
        FLAG,
        /** One of a few words in capitals. */
        CODE,
        NUMBER
    }

    /** A bean that a step may call. {@code does}: in Dutch; {@code onlyIn}: the processes that may call it, empty where all may. */
    public record Delegate(String does, SortedSet<String> onlyIn) {

        public boolean isFor(String process) {
            return onlyIn.isEmpty() || onlyIn.contains(process);
        }
    }

    private static final Pattern TERM = Pattern.compile("'(T-[A-Z0-9]+(?:-[A-Z0-9]+)*)'");
    private static final Pattern COMPARED = Pattern.compile("\\$\\{(\\w+) [!=]= '(\\w+)'}");

    public Vocabulary {
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        delegates = Collections.unmodifiableSortedMap(new TreeMap<>(delegates));
        forms = Collections.unmodifiableSortedSet(new TreeSet<>(forms));
        terms = Collections.unmodifiableSortedSet(new TreeSet<>(terms));
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        processes = Collections.unmodifiableSortedMap(new TreeMap<>(processes));
        messages = Collections.unmodifiableSortedSet(new TreeSet<>(messages));
    }

    /** The words of the product as it was built; read once. */
    public static Vocabulary ofProduct() {
        return Product.WORDS;
    }

    /** With those forms too. */
    public Vocabulary withForms(Set<String> others) {
        TreeSet<String> together = new TreeSet<>(forms);
        together.addAll(others);
        return new Vocabulary(groups, delegates, together, terms, facts, processes, messages);
    }

    private static final class Product {

        private static final String DELEGATE = "org/camunda/bpm/engine/delegate/JavaDelegate";
        private static final ClassLoader LOADER = Vocabulary.class.getClassLoader();
        private static final Vocabulary WORDS = read();

        private static Vocabulary read() {
            SortedMap<String, String> doing = new TreeMap<>();
            SortedMap<String, String> processes = new TreeMap<>();
            SortedSet<String> messages = new TreeSet<>();
            SortedMap<String, SortedSet<String>> codes = new TreeMap<>();
            SortedSet<String> forms = new TreeSet<>();
            ProductDiagrams.onClassPath().files().forEach((path, content) -> {
                if (path.endsWith(".bpmn")) {
                    String text = new String(content, StandardCharsets.UTF_8);
                    Tags.of(text, Set.of("process", "message", "serviceTask")).forEach(tag -> {
                        switch (tag.kind()) {
                            case "process" -> processes.put(tag.get("id"), tag.get("name"));
                            case "message" -> messages.add(tag.get("name"));
                            default -> doing.putIfAbsent(tag.get("delegateExpression").replaceAll("[${}]", ""), tag.get("name"));
                        }
                    });
                    COMPARED.matcher(text).results().forEach(found -> codes.computeIfAbsent(found.group(1), name -> new TreeSet<>()).add(found.group(2)));
                } else if (path.endsWith(".form")) {
                    forms.add(path.substring("forms/".length(), path.length() - ".form".length()));
                }
            });
            SortedMap<String, byte[]> classes = ClassPathFiles.below("be/dossierwerk", name -> name.contains("/process/") && name.endsWith("Delegate.class") || name.endsWith("Model.class"));
            return new Vocabulary(new TreeMap<>(Roles.names()), delegates(classes, doing), forms, terms(), facts(classes.keySet(), codes), processes, messages);
        }

        /** What a delegate does is what the product's own diagrams call the step. The classes are read and not loaded: there are a hundred. */
        private static SortedMap<String, Delegate> delegates(SortedMap<String, byte[]> classes, SortedMap<String, String> doing) {
            SortedMap<String, Delegate> delegates = new TreeMap<>();
            classes.forEach((file, content) -> {
                ClassReader type = file.endsWith("Delegate.class") ? new ClassReader(content) : null;
                if (type != null && (type.getAccess() & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) == 0 && Arrays.asList(type.getInterfaces()).contains(DELEGATE)) {
                    Marks marks = new Marks();
                    type.accept(marks, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
                    String name = file.substring(file.lastIndexOf('/') + 1, file.length() - ".class".length());
                    String bean = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
                    if (marks.isBean) {
                        delegates.put(bean, new Delegate(doing.getOrDefault(bean, bean), marks.onlyIn));
                    }
                }
            });
            return delegates;
        }

        /** Whether a class is a bean, and for which processes. */
        private static final class Marks extends ClassVisitor {

            private final SortedSet<String> onlyIn = new TreeSet<>();
            private boolean isBean;

            private Marks() {
                super(SpringAsmInfo.ASM_VERSION);
            }

            @Override
            public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                isBean |= descriptor.equals("Lorg/springframework/stereotype/Component;");
                return !descriptor.equals("Lbe/dossierwerk/engine/OnlyIn;") ? null : new AnnotationVisitor(SpringAsmInfo.ASM_VERSION) {
                    @Override
                    public AnnotationVisitor visitArray(String name) {
                        return this;
                    }

                    @Override
                    public void visit(String name, Object value) {
                        onlyIn.add((String) value);
                    }
                };
            }
        }

        private static SortedSet<String> terms() {
            SortedSet<String> terms = new TreeSet<>();
            ClassPathFiles.below("db/migration", name -> name.endsWith(".sql")).values().forEach(file ->
                    TERM.matcher(new String(file, StandardCharsets.UTF_8)).results().forEach(found -> terms.add(found.group(1))));
            return terms;
        }

        /** The constants of the models hold nothing but names and types. */
        private static SortedMap<String, Fact> facts(Set<String> classes, SortedMap<String, SortedSet<String>> codes) {
            SortedMap<String, SortedSet<Type>> types = new TreeMap<>();
            classes.stream().filter(file -> file.endsWith("Model.class")).map(Product::type).flatMap(model -> Arrays.stream(model.getDeclaredFields()))
                    .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == ProcessVariable.class).map(Product::variable)
                    .forEach(variable -> types.computeIfAbsent(variable.name(), name -> new TreeSet<>()).add(variable.type() == Boolean.class ? Type.FLAG
                            : variable.type() == String.class ? Type.CODE : Type.NUMBER));
            SortedMap<String, Fact> facts = new TreeMap<>();
            types.forEach((name, of) -> facts.put(name, new Fact(name, Collections.unmodifiableSortedSet(of),
                    Collections.unmodifiableSortedSet(codes.getOrDefault(name, new TreeSet<>())))));
            return facts;
        }

        private static Class<?> type(String file) {
            try {
                return Class.forName(file.substring(0, file.length() - ".class".length()).replace('/', '.'), false, LOADER);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }

        private static ProcessVariable<?> variable(Field constant) {
            try {
                constant.setAccessible(true);
                return (ProcessVariable<?>) constant.get(null);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
