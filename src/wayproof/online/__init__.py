"""Online services, off unless asked for: geocoders for unknown names, OpenStreetMap for streets near the ends of a leg.

Each class here stands behind a protocol of ``wayproof.world`` or ``wayproof.travel``; only ``wayproof.cli`` builds
them. A service that fails costs one line in the report and nothing else.
"""
