"""What changed since the build before: the box of a report, and what `cakupan changes` says."""

ENTRIES = {
    "moved_title": ("Yang berubah sejak data sebelumnya", "What changed since the data before"),
    "moved_same_month": (
        "{period:m}, menurut {denominator}; sebelum dan sesudah pembangunan tabel yang terakhir mengubah angka.",
        "{period:m}, by {denominator}; before and after the last build that changed figures.",
    ),
    "moved_new_month": (
        "Laporan sebelumnya memakai {before:m}, laporan ini {period:m}; menurut {denominator}.",
        "The report before was of {before:m}, this one is of {period:m}; by {denominator}.",
    ),
    "moved_first_month": (
        "Sebelumnya tidak satu bulan pun diketahui jumlah pesertanya; kini {period:m}, menurut {denominator}.",
        "Before, members were known for no month; now for {period:m}, by {denominator}.",
    ),
    "moved_members": ("Peserta, {segment}: {before} → {after:n}", "Members, {segment}: {before} → {after:n}"),
    "moved_workforce": ("Pekerja, {segment}: {before} → {after:n}", "Workers, {segment}: {before} → {after:n}"),
    "moved_gap": ("Belum terlindungi, {segment}: {before} → {after:n}", "Not covered, {segment}: {before} → {after:n}"),
    "moved_members_gone": ("Peserta, {segment}: {before} → tidak diketahui lagi", "Members, {segment}: {before} → no longer known"),
    "moved_workforce_gone": ("Pekerja, {segment}: {before} → tidak diketahui lagi", "Workers, {segment}: {before} → no longer known"),
    "moved_gap_gone": (
        "Belum terlindungi, {segment}: {before} → tidak diketahui lagi", "Not covered, {segment}: {before} → no longer known",
    ),
    "moved_unknown": ("tidak diketahui", "not known"),
    "changes_none": (
        "Belum ada pembangunan sebelumnya yang dapat dibandingkan: yang terakhir disimpan setiap kali cakupan build mengubah tabel.",
        "There is no earlier build to compare with: the last one is kept whenever cakupan build changes a table.",
    ),
    "changes_builds": ("data {before} -> data {after}", "data {before} -> data {after}"),
    "changes_table": (
        "{table}: {new:n} baris baru, {gone:n} hilang, {changed:n} berubah; {regions:n} wilayah",
        "{table}: {new:n} {new:row|rows} new, {gone:n} gone, {changed:n} changed; {regions:n} {regions:region|regions}",
    ),
    "changes_figures": (
        "angka laporan (peserta, pekerja, belum terlindungi): {count:n} berubah; {regions:n} wilayah",
        "figures of reports (members, workers, not covered): {count:n} changed; {regions:n} {regions:region|regions}",
    ),
    "changes_members": ("peserta", "members"),
    "changes_workforce": ("pekerja", "workers"),
    "changes_gap": ("belum terlindungi", "not covered"),
    "changes_line": ("  {place}  {about} · {column} {before} -> {after}", "  {place}  {about} · {column} {before} -> {after}"),
    "changes_more": ("  ... {count:n} lagi", "  ... {count:n} more"),
    "changes_same": ("Tidak satu baris pun berubah.", "No row changed."),
}  # fmt: skip
