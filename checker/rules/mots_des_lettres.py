"""Ce que le lecteur lit autour des lettres : leur liste, leur formulaire, ce qu'il faut savoir avant d'envoyer. Les lettres
elles-mêmes sont dans ``checker/letters/``, en français.

``lettre.<lettre>.titre``, ``a`` (à qui), ``pourquoi`` ; ``pas_maintenant.<raison>`` : pourquoi une lettre ne s'écrit pas, et
que faire ; ``avertissement.<lettre>.<sujet>`` ; ``champ.<champ>`` et ``aide.<champ>`` ; ``choix.<champ>.<réponse>``.
"""

from checker.rules.vocabulaire import typographie as _t

_LETTRES = {
    "lettre.employeur.titre": "Lettre à l'employeur",
    "lettre.employeur.a": "Votre employeur",
    "lettre.employeur.pourquoi": (
        "Elle donne vos documents, le texte de loi et la date de fin. Sans droit établi, elle dit seulement vos démarches."
    ),
    "lettre.organisme_social.titre": "Lettre à la CAF, à l'assurance maladie ou à France Travail",
    "lettre.organisme_social.a": "L'organisme qui a coupé ou refusé le droit",
    "lettre.organisme_social.pourquoi": (
        "Elle conteste une coupure, demande la décision par écrit, et dit le texte qui s'applique à votre document."
    ),
    "lettre.prefet_api.titre": "Demander au préfet l'attestation de prolongation ou le récépissé",
    "lettre.prefet_api.a": "La préfecture",
    "lettre.prefet_api.pourquoi": (
        "Elle réclame par écrit le document d'attente, avec un délai court. Elle prouve aussi que vous l'avez demandé."
    ),
    "lettre.blocage_substitution.titre": "Signaler un blocage de l'ANEF et demander une autre voie",
    "lettre.blocage_substitution.a": "La préfecture",
    "lettre.blocage_substitution.pourquoi": (
        "Elle fait constater le blocage et demande un accueil physique pour enregistrer votre demande."
    ),
    "lettre.motifs.titre": "Demander les motifs du refus implicite",
    "lettre.motifs.a": "La préfecture",
    "lettre.motifs.pourquoi": "Elle demande pourquoi la demande est refusée par le silence, et une copie du dossier.",
    "lettre.defenseur_des_droits.titre": "Saisir le Défenseur des droits",
    "lettre.defenseur_des_droits.a": "Le Défenseur des droits",
    "lettre.defenseur_des_droits.pourquoi": (
        "Elle raconte les faits dans l'ordre et demande son aide auprès de l'administration. C'est gratuit."
    ),
    "lettre.refere_mesures_utiles.titre": "Requête en référé « mesures utiles » (modèle à compléter)",
    "lettre.refere_mesures_utiles.a": "Le tribunal administratif",
    "lettre.refere_mesures_utiles.pourquoi": (
        "Elle demande au juge d'ordonner à la préfecture de donner un document, ou un rendez-vous pour déposer."
    ),
}

_PAS_MAINTENANT = {
    "pas_maintenant.hors_champ": (
        "Cet outil ne traite pas votre situation. Parlez-en tout de suite à un avocat, une association ou une permanence "
        "juridique."
    ),
    "pas_maintenant.refus": (
        "Vous avez reçu un refus écrit. Cette lettre ne suffit plus : les délais pour contester sont courts. Voyez un avocat "
        "ou une association cette semaine, avec la décision."
    ),
    "pas_maintenant.dossier_clos": (
        "Votre dossier est clos : il n'y a plus de demande en cours. Déposez d'abord une nouvelle demande complète, ou "
        "demandez la solution de substitution si l'ANEF vous en empêche."
    ),
    "pas_maintenant.accord": (
        "La préfecture a dit oui : vous attendez la remise de la carte. Cette lettre ne vous sert pas."
    ),
    "pas_maintenant.pas_depose": (
        "Votre demande n'est pas encore déposée. Déposez-la d'abord. Si l'ANEF vous en empêche, utilisez la lettre qui "
        "signale un blocage."
    ),
    "pas_maintenant.papier": "Dites d'abord quel papier vous avez reçu : la lettre en dépend.",
    "pas_maintenant.fenetre": (
        "Le délai pour déposer n'est pas encore ouvert : il commence le {day}. Essayez à partir de ce jour."
    ),
    "pas_maintenant.pas_anef": (
        "Cette lettre concerne un blocage sur l'ANEF. Votre demande se fait ailleurs : écrivez à la préfecture."
    ),
    "pas_maintenant.deja_depose": (
        "Votre demande est déposée. Pour obtenir le document d'attente, utilisez la lettre au préfet. Pour un blocage qui "
        "reste, appelez le centre de contact citoyens et gardez des captures datées."
    ),
    "pas_maintenant.travail_a_verifier": (
        "La règle sur votre travail est à vérifier : elle a pu changer depuis cette édition. Faites vérifier par une "
        "association ou un avocat avant d'écrire à l'employeur."
    ),
    "pas_maintenant.travail_pas_sur": (
        "Il manque une réponse pour savoir si vous pouvez travailler. Répondez d'abord aux questions qui restent."
    ),
    "pas_maintenant.sans_travail": (
        "Votre titre ne permettait pas de travailler, ou nous ne savons pas l'établir. N'écrivez pas à l'employeur avant "
        "d'avoir fait vérifier votre droit par une association, un syndicat ou un avocat."
    ),
    "pas_maintenant.mention": (
        "Pour cette demande, le droit de travailler dépend de la carte demandée. Lisez la mention écrite sur votre document "
        "et faites-la vérifier avant d'écrire."
    ),
    "pas_maintenant.refus_ecrit": (
        "Vous avez reçu un refus écrit : les motifs sont dans la décision. Le délai pour contester court. Voyez un avocat ou "
        "une association cette semaine."
    ),
    "pas_maintenant.pas_de_demande": (
        "Sans demande en attente, le silence n'est pas un refus : il n'y a pas de motifs à demander."
    ),
    "pas_maintenant.pas_encore": (
        "Aucun refus implicite n'a pu naître pour le moment. Demandez plutôt le document d'attente au préfet, ou au juge le "
        "référé « mesures utiles »."
    ),
    "pas_maintenant.peut_naitre": "Il peut naître le {day}.",
    "pas_maintenant.organisme_titre_valable": (
        "Votre titre est encore valable, ou vous en attendez un duplicata : montrez-le, ou sa copie. Si l'organisme refuse "
        "quand même, demandez la décision par écrit et voyez une association."
    ),
    "pas_maintenant.prefet_titre_valable": (
        "Votre titre est encore valable : le document d'attente est prévu pour après sa fin. Revenez à cette lettre si vous "
        "n'avez rien reçu le jour où il finit."
    ),
    "pas_maintenant.prefet_autre": (
        "Cette lettre ne correspond pas à votre situation. Parlez-en à une association ou à une permanence juridique."
    ),
    "pas_maintenant.suspension": (
        "Le référé « mesures utiles » (L. 521-3) peut alors être rejeté : un tribunal l'a jugé. La voie est le "
        "référé-suspension (L. 521-1), déposé avec un recours contre le refus et une demande de motifs. Voyez un avocat ou "
        "une association."
    ),
    "pas_maintenant.document": (
        "Vous avez un document valable : l'urgence de ce référé n'est pas évidente. Demandez son renouvellement par écrit ; "
        "revenez ici s'il finit sans être renouvelé."
    ),
    "pas_maintenant.refere_titre_valable": (
        "Votre titre est encore valable et votre demande est déposée : ce référé ne sert pas pour le moment."
    ),
    "pas_maintenant.depose": "Dites d'abord si vous avez réussi à déposer votre demande : la requête en dépend.",
    "pas_maintenant.refere_autre": (
        "Ce référé ne correspond pas à votre situation. Parlez-en à un avocat ou à une permanence juridique."
    ),
    # Le début d'une raison ou d'un avertissement, selon ce que l'on sait du jour.
    "refus_ne.sans_jour": "Un refus implicite a pu naître.",
    "refus_ne.un_jour": "Un refus implicite a pu naître (le {day}).",
    "refus_ne.des_jours": "Un refus implicite a pu naître (le {days}, selon la lecture).",
    "refus_ne.ou": "{start} ou le {next}",
}

_AVERTISSEMENTS = {
    "avertissement.edition": "Une règle a pu changer depuis cette édition : faites vérifier cette lettre avant de l'envoyer.",
    "avertissement.blocage_substitution.preuve": (
        "Une capture d'écran ou une lettre ne vaut pas dépôt : continuez à essayer, et gardez chaque preuve datée."
    ),
    "avertissement.blocage_substitution.demarches": (
        "Appelez le centre de contact et allez au point d'accueil numérique : le texte demande d'avoir fait ces démarches."
    ),
    "avertissement.defenseur_des_droits.delais": (
        "Cette lettre n'arrête pas les délais pour aller au juge, sauf médiation préalable obligatoire. Continuez vos "
        "recours."
    ),
    "avertissement.defenseur_des_droits.autres_voies": (
        "Vous pouvez aussi remplir le formulaire de son site, ou voir un délégué près de chez vous. C'est gratuit."
    ),
    "avertissement.employeur.remise": (
        "Donnez cette lettre avec une copie des documents, avant la fin du titre ou du document précédent, et gardez "
        "une preuve de la remise."
    ),
    "avertissement.employeur.fin": "Cette lettre ne vaut que jusqu'à la date qu'elle indique.",
    "avertissement.employeur.non_etabli": (
        "Attention : cette lettre dit à votre employeur que votre droit de travailler n'est pas établi aujourd'hui. Sans "
        "document valable, il peut rompre le contrat. Faites-la lire à un syndicat, une association ou un avocat avant de "
        "l'envoyer."
    ),
    "avertissement.motifs.envoi": (
        "Envoyez cette lettre en recommandé avec avis de réception. N'attendez pas la réponse pour préparer le recours."
    ),
    "avertissement.motifs.incomplet": "Si votre dossier était vraiment incomplet, le silence n'est pas un refus attaquable.",
    "avertissement.motifs.pas_certain": (
        "Il n'est pas certain que le refus soit déjà né : la lettre le dit avec prudence."
    ),
    "avertissement.motifs.delai_passe": (
        "Le délai de deux mois, compté au plus court, s'est terminé le {day}. Il ne peut pas vous être opposé si l'accusé de "
        "réception n'a pas été envoyé ou ne disait pas les délais. Voyez un avocat vite."
    ),
    "avertissement.motifs.delai": (
        "Le préfet doit recevoir cette lettre dans le délai de recours, qui finit le {day} si on le compte au plus court. Un "
        "décret de juin 2026, que nous n'avons pas lu, a pu changer des délais : vérifiez."
    ),
    "avertissement.organisme_social.delai": (
        "Lisez sur la décision le délai et l'adresse pour contester, et écrivez avant la fin de ce délai. Il est souvent de "
        "deux mois : vérifiez."
    ),
    "avertissement.organisme_social.envoi": "Envoyez en recommandé avec avis de réception, et gardez une copie.",
    "avertissement.prefet_api.envoi": (
        "Envoyez cette lettre en recommandé avec avis de réception, et le même texte par voie électronique."
    ),
    "avertissement.prefet_api.pas_obligatoire": (
        "Le texte oblige le préfet si la demande est complète et déposée dans le délai. Ici, ce n'est pas établi : la "
        "lettre demande, sans dire que c'est obligatoire."
    ),
    "avertissement.prefet_api.refus_ne": (
        "Cette lettre n'arrête pas le délai pour le contester : demandez aussi les motifs et voyez un avocat."
    ),
    "avertissement.prefet_api.refus_a_venir": (
        "Cette lettre n'arrête pas le délai du refus implicite, qui peut naître le {day}."
    ),
    "avertissement.refere_mesures_utiles.modele": (
        "C'est un modèle à compléter. L'avocat n'est pas obligatoire ; une association ou un avocat peut le relire."
    ),
    "avertissement.refere_mesures_utiles.envoi": (
        "Écrivez « référé » sur l'enveloppe, et envoyez en recommandé, ou déposez sur Télérecours citoyens."
    ),
    "avertissement.refere_mesures_utiles.avant": (
        "Le tribunal doit recevoir cette requête avant le {day} : ce jour-là, un refus implicite peut naître."
    ),
}

_FORMULAIRE = {
    "groupe.vous": "Vous",
    "groupe.destinataire": "Destinataire",
    "groupe.faits": "Les faits",
    "groupe.pieces": "Pièces jointes",
    "champ.nom": "Vos prénom et nom",
    "champ.adresse": "Votre adresse",
    "champ.telephone": "Votre téléphone",
    "champ.courriel": "Votre adresse électronique",
    "champ.lieu": "Ville où vous signez",
    "champ.naissance": "Votre date de naissance",
    "champ.naissance_lieu": "Votre lieu de naissance",
    "champ.numero_etranger": "Votre numéro étranger",
    "champ.numero_demande": "Numéro de votre demande",
    "champ.nationalite": "Votre nationalité",
    "champ.pieces": "Autres pièces que vous joignez",
    "champ.adresse_destinataire": "Adresse du destinataire",
    "champ.prefecture": "Nom de la préfecture",
    "champ.en_cause": "Nom de la préfecture ou de l'organisme en cause",
    "champ.employeur": "Nom de l'employeur",
    "champ.organisme": "À qui écrivez-vous ?",
    "champ.tribunal": "Tribunal administratif du lieu où vous habitez",
    "champ.effets": "Ce que vous risquez ou avez déjà perdu",
    "champ.relances": "Vos démarches déjà faites, avec les dates",
    "champ.cloture": "Jour de la clôture du dossier",
    "champ.essais": "Vos essais sur l'ANEF",
    "champ.premier_essai": "Jour du premier essai",
    "champ.appareil": "Appareil et navigateur",
    "champ.contact": "Centre de contact : dates et références",
    "champ.accueil": "Point d'accueil numérique : dates et réponses",
    "champ.demarches": "Ce que vous avez déjà écrit à l'administration, et ses réponses",
    "champ.chronologie": "Autres faits, dans l'ordre",
    "champ.recours": "Un recours devant un juge est-il en cours ?",
    "champ.recours_detail": "Lequel, et depuis quand ?",
    "champ.suspension": "Votre contrat est-il suspendu ?",
    "champ.suspension_date": "Depuis quel jour ?",
    "champ.accuse": "L'accusé de réception de votre demande disait-il les délais et voies de recours ?",
    "champ.numero": "Votre numéro d'allocataire, d'assuré ou d'inscription",
    "champ.aide": "L'aide ou le droit concerné",
    "champ.decision": "Date de la décision ou de la coupure",
    "champ.periode": "Période concernée",
    "champ.complement": "Jour où vous avez envoyé les pièces demandées",
    "champ.delai": "Délai que vous laissez au préfet",
    "champ.mise_en_demeure": "Jour où le préfet a reçu votre lettre",
    "champ.urgence": "Ce qui rend la décision urgente",
    "champ.aide_juridictionnelle": "Demandez-vous l'aide juridictionnelle ?",
    "aide.a_la_main": "Laissez vide pour l'écrire à la main.",
    "aide.une_ligne": "Une ligne pour chacun.",
    "aide.numero_etranger": "Dix chiffres en général, sur votre titre de séjour.",
    "aide.numero_demande": "Sur la confirmation de dépôt ou le récépissé.",
    "aide.pieces": "Une ligne pour chacun. Des copies, jamais l'original.",
    "aide.prefecture": "Par exemple : Préfecture du Rhône.",
    "aide.effets": "Une ligne pour chacun. Travail, aide, loyer, soins…",
    "aide.relances": "Une ligne pour chacun. Appels, messages, courriers.",
    "aide.blocage": (
        "Une ligne pour chacun. Le jour, l'heure, la page et le message. Plusieurs essais, sur plus d'une semaine."
    ),
    "aide.essais": "Une ligne pour chacun. Jour, heure, message.",
    "aide.appareil": "Par exemple : téléphone Android, Chrome.",
    "aide.demarches": "Une ligne pour chacun. Avec les dates. Il faut avoir d'abord écrit à l'administration.",
    "aide.recours": "Il faut le dire au Défenseur des droits.",
    "aide.suspension_date": "Seulement si le contrat est suspendu.",
    "aide.depot": "Le délai du refus implicite se compte depuis ce jour.",
    "aide.organisme": "Pour le RSA, c'est le président du conseil départemental.",
    "aide.aide": "Par exemple : allocations familiales.",
    "aide.periode": "Par exemple : depuis octobre 2026.",
    "aide.delai": "Sans choix : huit jours.",
    "aide.tribunal": "Par exemple : de Lyon.",
    "aide.mise_en_demeure": "Avant le juge, écrivez au préfet et gardez la preuve : le référé doit être utile et nécessaire.",
    "aide.urgence": "Une ligne pour chacun. Emploi, aide coupée, loyer, soins : des faits, avec une preuve pour chacun.",
    "choix.oui": "Oui",
    "choix.non": "Non",
    "choix.accuse.aucun": "Je n'ai pas reçu d'accusé de réception",
    "choix.organisme.caf": "La CAF",
    "choix.organisme.msa": "La MSA",
    "choix.organisme.departement": "Le département (RSA)",
    "choix.organisme.cpam": "L'assurance maladie (CPAM)",
    "choix.organisme.france_travail": "France Travail",
    "choix.delai.48h": "48 heures",
    "choix.delai.5j": "Cinq jours",
    "choix.delai.8j": "Huit jours",
}

_ERREURS = {
    "erreur.lettre_inconnue": "Cette lettre n'existe pas.",
    "erreur.requis": "Remplissez ce champ : la lettre en a besoin.",
    "erreur.trop_long": "Ce texte est trop long : {number} signes au plus.",
    "erreur.choix": "Choisissez une des réponses proposées.",
    "erreur.courriel": "Cette adresse électronique semble incomplète : vérifiez-la, par exemple nom@exemple.fr.",
    "erreur.texte": "Ce champ n'a pas pu être lu.",
    "erreur.champ_inconnu": "Ce champ n'existe pas dans cette lettre.",
}

MOTS_DES_LETTRES = {
    nom: _t(texte) for nom, texte in (_LETTRES | _PAS_MAINTENANT | _AVERTISSEMENTS | _FORMULAIRE | _ERREURS).items()
}
