package be.dossierwerk.engine;

import be.dossierwerk.security.Roles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * What a diagram may name (house.md 3.9). It is read from the class path alone, without beans and database, so that the server and the command line know the same words.
 * {@code groups}: roles with the name screens show; {@code delegates}: beans with what they do, in Dutch; {@code forms}: paths below {@code forms/} without ending;
 * {@code terms}: codes of term rules; {@code facts}: variables by name; {@code processes}: with their names; {@code messages}: what a dossier can wait for.
 */
public record Vocabulary(SortedMap<String, String> groups, SortedMap<String, String> delegates, SortedSet<String> forms, SortedSet<String> terms,
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

    /** What a task can do with a decision (taakrol), in the order in which a dossier meets it: the proof that nobody both prepares and decides reads it. */
    public static final List<String> TASK_ROLES = List.of("VOORBEREIDEN", "ADVISEREN", "NAZIEN", "BESLISSEN", "ONDERTEKENEN", "UITVOEREN");

    private static final Pattern TERM = Pattern.compile("'(T-[A-Z0-9]+(?:-[A-Z0-9]+)*)'");
    private static final Pattern PROCESS = Pattern.compile("<bpmn:process id=\"([^\"]+)\" name=\"([^\"]+)\"");
    private static final Pattern MESSAGE = Pattern.compile("<bpmn:message [^>]*name=\"([^\"]+)\"");
    private static final Pattern SERVICE = Pattern.compile("<bpmn:serviceTask [^>]*>");
    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]+)\"");
    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");
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

    /** With other delegates: what a test declares. */
    public Vocabulary withDelegates(Map<String, String> others) {
        return new Vocabulary(groups, new TreeMap<>(others), forms, terms, facts, processes, messages);
    }

    /** With those forms too. */
    public Vocabulary withForms(Set<String> others) {
        TreeSet<String> together = new TreeSet<>(forms);
        together.addAll(others);
        return new Vocabulary(groups, delegates, together, terms, facts, processes, messages);
    }

    private static final class Product {

        private static final Vocabulary WORDS = read();

        private static Vocabulary read() {
            try {
                DiagramSet diagrams = ProductDiagrams.onClassPath();
                SortedMap<String, String> doing = new TreeMap<>();
                SortedMap<String, String> processes = new TreeMap<>();
                SortedSet<String> messages = new TreeSet<>();
                SortedMap<String, SortedSet<String>> codes = new TreeMap<>();
                for (String path : diagrams.paths()) {
                    String text = path.endsWith(".bpmn") ? diagrams.text(path).orElseThrow() : "";
                    PROCESS.matcher(text).results().forEach(found -> processes.put(found.group(1), found.group(2)));
                    MESSAGE.matcher(text).results().forEach(found -> messages.add(found.group(1)));
                    COMPARED.matcher(text).results().forEach(found -> codes.computeIfAbsent(found.group(1), name -> new TreeSet<>()).add(found.group(2)));
                    SERVICE.matcher(text).results().map(found -> found.group()).forEach(task -> {
                        var delegate = DELEGATE.matcher(task);
                        var name = NAME.matcher(task);
                        if (delegate.find() && name.find()) {
                            doing.putIfAbsent(delegate.group(1), name.group(1));
                        }
                    });
                }
                SortedSet<String> forms = new TreeSet<>();
                diagrams.paths().stream().filter(path -> path.endsWith(".form")).forEach(path -> forms.add(path.substring("forms/".length(), path.length() - ".form".length())));
                return new Vocabulary(new TreeMap<>(Roles.names()), delegates(doing), forms, terms(), facts(codes), processes, messages);
            } catch (IOException e) {
                throw new UncheckedIOException("the words of the product cannot be read", e);
            }
        }

        /** What a delegate does is what the product's own diagrams call the step. */
        private static SortedMap<String, String> delegates(SortedMap<String, String> doing) throws IOException {
            SortedMap<String, String> delegates = new TreeMap<>();
            CachingMetadataReaderFactory classes = new CachingMetadataReaderFactory();
            for (Resource file : files("classpath*:be/dossierwerk/**/*Delegate.class")) {
                MetadataReader read = classes.getMetadataReader(file);
                var type = read.getClassMetadata();
                if (type.isConcrete() && (ClassUtils.getPackageName(type.getClassName()) + ".").contains(".process.")
                        && Arrays.asList(type.getInterfaceNames()).contains(JavaDelegate.class.getName())
                        && read.getAnnotationMetadata().isAnnotated("org.springframework.stereotype.Component")) {
                    String bean = java.beans.Introspector.decapitalize(ClassUtils.getShortName(type.getClassName()));
                    delegates.put(bean, doing.getOrDefault(bean, bean));
                }
            }
            return delegates;
        }

        private static SortedSet<String> terms() throws IOException {
            SortedSet<String> terms = new TreeSet<>();
            for (Resource file : files("classpath*:db/migration/*.sql")) {
                TERM.matcher(file.getContentAsString(StandardCharsets.UTF_8)).results().forEach(found -> terms.add(found.group(1)));
            }
            return terms;
        }

        /** The constants of the models hold nothing but names and types. */
        private static SortedMap<String, Fact> facts(SortedMap<String, SortedSet<String>> codes) throws IOException {
            SortedMap<String, SortedSet<Type>> types = new TreeMap<>();
            CachingMetadataReaderFactory classes = new CachingMetadataReaderFactory();
            for (Resource file : files("classpath*:be/dossierwerk/**/*Model.class")) {
                Class<?> model = ClassUtils.resolveClassName(classes.getMetadataReader(file).getClassMetadata().getClassName(), Vocabulary.class.getClassLoader());
                for (Field field : model.getDeclaredFields()) {
                    if (Modifier.isStatic(field.getModifiers()) && field.getType() == ProcessVariable.class) {
                        ReflectionUtils.makeAccessible(field);
                        ProcessVariable<?> variable = (ProcessVariable<?>) ReflectionUtils.getField(field, null);
                        types.computeIfAbsent(variable.name(), name -> new TreeSet<>()).add(variable.type() == Boolean.class ? Type.FLAG
                                : variable.type() == String.class ? Type.CODE : Type.NUMBER);
                    }
                }
            }
            SortedMap<String, Fact> facts = new TreeMap<>();
            types.forEach((name, of) -> facts.put(name, new Fact(name, Collections.unmodifiableSortedSet(of),
                    Collections.unmodifiableSortedSet(codes.getOrDefault(name, new TreeSet<>())))));
            return facts;
        }

        private static Resource[] files(String pattern) throws IOException {
            return new PathMatchingResourcePatternResolver(Vocabulary.class.getClassLoader()).getResources(pattern);
        }
    }
}
