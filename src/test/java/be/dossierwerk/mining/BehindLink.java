package be.dossierwerk.mining;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;

/** What the address of a number on the screen asks. */
public record BehindLink(Selection selection, Figure figure) {

    public static BehindLink of(String address) {
        Map<String, String> query = UriComponentsBuilder.fromUriString(address).build().getQueryParams().toSingleValueMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> java.net.URLDecoder.decode(each.getValue(), java.nio.charset.StandardCharsets.UTF_8)));
        return new BehindLink(Selection.of(query, new Selection(null, null, null, null, null, null, null, null, null, null)), Figure.parse(query.get("cijfer")).orElseThrow());
    }
}
