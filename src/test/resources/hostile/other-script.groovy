new File('/tmp/dossierwerk-kanarie').text = 'zingt'
