"""Who was where: sightings, their times and their order, made into the itinerary; and the origins it leaves open."""
