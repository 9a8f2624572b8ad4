package be.dossierwerk.shell;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import be.dossierwerk.security.ApiAccounts;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.EndedSessions;
import be.dossierwerk.security.RolesOfToken;
import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategyConfiguration;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Who gets in where: the portal's account at REST and metrics, signed-in people at the screens, everybody at the sign-in page. */
@Configuration
@EnableWebSecurity
@Import(VaadinAwareSecurityContextHolderStrategyConfiguration.class)
class WebSecurity {

    /**
     * Only this server may supply anything. Vaadin's bootstrap is an inline script and its client runs the server's calls with
     * {@code new Function}; Lumo and the diagram viewer set inline styles: hence the three "unsafe" words. Vaadin's page has a base of its
     * own. Documents are shown in a frame of this same server; the screens themselves stand in nobody's frame.
     */
    static final String CONTENT_SECURITY_POLICY = String.join("; ", List.of(
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "frame-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'"));

    private static final String[] PUBLIC_FILES = {"/*.css", "/*.js", "/*.svg", "/*.png", "/*.ico", "/vendor/**"};
    private static final String PORTAL = ApiAccounts.ROLE;

    @Bean
    @Order(1)
    SecurityFilterChain restSecurity(HttpSecurity http, ApiAccounts accounts, ApiEntryProblem problem, RequestLimits limits) throws Exception {
        http.securityMatcher("/api/**");
        withPortalAccount(http, accounts, problem, limits);
        http.addFilterBefore(limits.ofRequests(), AuthorizationFilter.class);
        return http.authorizeHttpRequests(requests -> requests.anyRequest().hasRole(PORTAL)).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain monitoringSecurity(HttpSecurity http, ApiAccounts accounts, ApiEntryProblem problem, RequestLimits limits) throws Exception {
        http.securityMatcher("/actuator/**");
        withPortalAccount(http, accounts, problem, limits);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**").permitAll()
                .anyRequest().hasRole(PORTAL)).build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain screenSecurity(HttpSecurity http, ObjectProvider<ClientRegistrationRepository> providers, RolesOfToken rolesOfToken, RequestLimits limits,
                                       CurrentActor currentActor, EndedSessions ended, @Value("${dossierwerk.longest-session:PT12H}") Duration longestSession) throws Exception {
        http.headers(WebSecurity::secure);
        http.addFilterBefore(limits.ofSignIn(), UsernamePasswordAuthenticationFilter.class);
        http.addFilterBefore(new SessionEnds(currentActor, ended, InstantSource.system(), longestSession), AuthorizationFilter.class).addFilterAfter(limits.ofDownloads(), SessionEnds.class);
        // An error is told to whoever caused it; what led to it was checked before.
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                .requestMatchers(PUBLIC_FILES).permitAll());
        // After signing in one comes back to the very address one asked for, without "?continue".
        HttpSessionRequestCache asked = new HttpSessionRequestCache();
        asked.setMatchingRequestParameterName(null);
        http.setSharedObject(RequestCache.class, asked);
        ClientRegistrationRepository provider = providers.getIfAvailable();
        if (provider != null) {
            http.oauth2Login(login -> login.loginPage("/" + SignInView.PATH).failureHandler(backToSignIn())
                    .authorizationEndpoint(begin -> begin.authorizationRequestResolver(withProofOfCode(provider)))
                    .userInfoEndpoint(user -> user.oidcUserService(rolesOfToken).userService(onlyOpenId())));
            var signOut = new OidcClientInitiatedLogoutSuccessHandler(provider);
            signOut.setRedirectStrategy(new UidlRedirectStrategy());
            signOut.setPostLogoutRedirectUri("{baseUrl}/" + SignInView.PATH + "?" + SignInView.SIGNED_OUT);
            signOut.setDefaultTargetUrl("/" + SignInView.PATH + "?" + SignInView.SIGNED_OUT);
            http.with(vaadin(), screens -> screens.loginView(SignInView.class).logoutSuccessHandler(signOut));
        } else {
            http.with(vaadin(), screens -> screens.loginView(SignInView.class, "/" + SignInView.PATH + "?" + SignInView.SIGNED_OUT));
        }
        return http.build();
    }

    private static void withPortalAccount(HttpSecurity http, ApiAccounts accounts, ApiEntryProblem problem, RequestLimits limits) throws Exception {
        http.headers(WebSecurity::secure)
                .addFilterBefore(limits.ofSignIn(), BasicAuthenticationFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authenticationManager(portalOnly(accounts, http.getSharedObject(ApplicationContext.class)))
                .httpBasic(basic -> basic.authenticationEntryPoint(problem))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(problem).accessDeniedHandler(problem));
    }

    private static AuthenticationManager portalOnly(ApiAccounts accounts, ApplicationEventPublisher events) {
        ProviderManager portal = new ProviderManager(new DaoAuthenticationProvider(accounts.accounts()));
        portal.setAuthenticationEventPublisher(new DefaultAuthenticationEventPublisher(events));
        return portal;
    }

    private static void secure(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()"))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    private static AuthenticationFailureHandler backToSignIn() {
        return (request, response, failure) -> {
            boolean noRole = failure instanceof OAuth2AuthenticationException refused && RolesOfToken.NO_ROLE.equals(refused.getError().getErrorCode());
            response.sendRedirect(request.getContextPath() + "/" + SignInView.PATH + "?" + (noRole ? SignInView.NO_ROLE : SignInView.FAILED));
        };
    }

    /** A code that somebody caught on its way is worth nothing without what this session alone knows (PKCE). */
    private static OAuth2AuthorizationRequestResolver withProofOfCode(ClientRegistrationRepository provider) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(provider, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return resolver;
    }

    /** A provider that only does OAuth 2 says nothing trustworthy about who signs in. */
    private static OAuth2UserService<OAuth2UserRequest, OAuth2User> onlyOpenId() {
        return request -> {
            throw new OAuth2AuthenticationException("The registration " + request.getClientRegistration().getRegistrationId() + " lacks the scope openid");
        };
    }
}
