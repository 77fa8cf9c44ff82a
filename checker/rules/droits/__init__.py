"""Les droits : un fichier par droit. Chaque fichier définit ``DROIT`` ; l'ajouter suffit."""
