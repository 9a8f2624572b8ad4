package be.dossierwerk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Somebody with a session and one page open, who goes from screen to screen as Vaadin's own client asks for them, without drawing what comes. */
public final class SignedIn {

    /** {@code body}: what the server sent, before it is compressed. */
    public record Answer(int bytes, String body) { }

    private static final String AWAY = "for(;;);";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient SYSTEM = HttpClient.newHttpClient();

    private final String address;
    private final HttpClient client;
    private int ui;
    private String key;
    private int sync;
    private int sent;

    public SignedIn(int port) {
        this.address = "http://localhost:" + port;
        this.client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    /** Signs in and opens a screen, as a browser that starts there. */
    public void open(String person, String password, String route) throws IOException, InterruptedException {
        HttpResponse<String> in = send(HttpRequest.newBuilder(URI.create(address + "/aanmelden")).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + person + "&password=" + password)));
        if (in.headers().firstValue("Location").filter(to -> to.contains("aanmelden")).isPresent()) {
            throw new IllegalStateException(person + " may not come in");
        }
        send(HttpRequest.newBuilder(URI.create(address + "/" + route)).GET());
        JsonNode first = JSON.readTree(send(HttpRequest.newBuilder(URI.create(address + "/?v-r=init&location=" + route + "&query=")).GET()).body()).path("appConfig");
        ui = first.path("v-uiId").asInt();
        key = first.path("uidl").path("Vaadin-Security-Key").asText();
        sync = first.path("uidl").path("syncId").asInt();
        to(route);
    }

    /** Goes to another screen. */
    public Answer to(String route) throws IOException, InterruptedException {
        ObjectNode asked = JSON.createObjectNode().put("csrfToken", key).put("syncId", sync).put("clientId", sent++);
        ObjectNode event = asked.putArray("rpc").addObject().put("type", "event").put("node", 1).put("event", "ui-navigate");
        event.putObject("data").put("route", route).put("query", "").put("appShellTitle", "").put("trigger", "").putNull("historyState");
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(address + "/?v-r=uidl&v-uiId=" + ui)).header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(asked.toString())));
        String body = response.body();
        if (!body.startsWith(AWAY)) {
            throw new IllegalStateException(response.statusCode() + " " + body);
        }
        JsonNode answer = JSON.readTree(body.substring(AWAY.length())).path(0);
        if (answer.path("meta").has("appError") || !answer.has("syncId")) {
            throw new IllegalStateException(body);
        }
        sync = answer.path("syncId").asInt();
        return new Answer(body.length(), body);
    }

    /** Asks for what is no screen: a document, a file to save. */
    public HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address + path)).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The same for a system, with its password in the request. */
    public static HttpResponse<byte[]> system(int port, String name, String password, String path) throws IOException, InterruptedException {
        String credentials = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        return SYSTEM.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Authorization", "Basic " + credentials).GET().build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
