local plugin = {}
