-- Which article of the decree is meant by each ground was not found (procedures.md 1.3, U1). Certain is that a recognition is withdrawn under
-- articles 2septies, 2octies and 2nonies, that the conditions stand in article 2quater, § 4, and the deposit in article 2bis of the law
-- (procedures.md 0.5, C08). Letters say what is certain; the column source tells the drafter what a lawyer must still confirm.
update withdrawal_ground set
    article = 'de artikelen 2septies, 2octies en 2nonies van het koninklijk besluit van 12 december 2001 betreffende de dienstencheques',
    source = 'Artikel te bevestigen: het precieze artikel voor deze grond is niet gevonden.'
where code in ('AMB-INACT', 'AMB-ARR', 'AMB-FAIL', 'AMB-FUSIE');
update withdrawal_ground set
    article = 'artikel 2bis van dezelfde wet; de artikelen 2septies, 2octies en 2nonies van het koninklijk besluit van 12 december 2001 betreffende de dienstencheques',
    source = 'Artikel te bevestigen: het precieze artikel voor deze grond is niet gevonden.'
where code = 'AMB-BORG';
update withdrawal_ground set
    article = 'artikel 2quater, § 4, en de artikelen 2septies, 2octies en 2nonies van het koninklijk besluit van 12 december 2001 betreffende de dienstencheques',
    source = 'Artikel te bevestigen: het precieze artikel voor deze grond is niet gevonden, en ook niet of de adviescommissie advies geeft.'
where code = 'AMB-BEST';
comment on column withdrawal_ground.source is 'Where the row comes from or what must still be confirmed, in Dutch; the file shows it to who drafts the decision.';
