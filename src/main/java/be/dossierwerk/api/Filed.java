package be.dossierwerk.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.ResponseEntity;

/** What a sender filed. {@code first}: this request opened the dossier; otherwise an earlier one with the same key did. */
record Filed(String dossier, boolean first) {

    /** 201 or 200, with the address at which the dossier can be followed. */
    <T> ResponseEntity<T> answer(HttpServletRequest request, T body) {
        return ResponseEntity.status(first ? 201 : 200).location(URI.create(request.getContextPath() + "/api/dossiers/" + dossier)).body(body);
    }
}
