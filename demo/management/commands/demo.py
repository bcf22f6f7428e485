from typing import Any

from django.core.management.base import BaseCommand

from demo.fill import PASSWORD, fill, is_filled


class Command(BaseCommand):
    help = "Fills the platform with a company, vacancies and candidates with PDF and DOCX resumes. Runs once."

    def handle(self, *args: Any, **options: Any) -> None:
        if is_filled():
            self.stdout.write(f"The examples are here already; everybody's password: {PASSWORD}")
            return
        for sentence in fill():
            self.stdout.write(sentence)
