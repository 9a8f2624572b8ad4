package be.dossierwerk.payment;

import com.prowidesoftware.swift.model.mx.JaxbContextCacheImpl;
import com.prowidesoftware.swift.model.mx.JaxbContextLoader;

/** The library works out each kind of message anew for every file, a quarter of a second each, unless it is told to remember them. */
final class MessageContexts {

    private MessageContexts() { }

    static synchronized void remember() {
        if (JaxbContextLoader.INSTANCE.getCacheImpl() == null) {
            JaxbContextLoader.INSTANCE.setCacheImpl(new JaxbContextCacheImpl());
        }
    }
}
