"""What parts of the tests in Python share: what was checked, and the closing line."""

passed = 0
failed = 0


def check(title, fine, *said):
    """What was said is shown where it is not fine."""
    global passed, failed
    if fine:
        passed += 1
        return
    failed += 1
    print(f"FAILED {title}")
    for text in said:
        print("  " + str(text).replace("\n", "\n  ")[:3000])


def close():
    """The closing line, and the status of the part."""
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0
