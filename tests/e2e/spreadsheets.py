"""Spreadsheets for the tests in the browser, made and read without any code of ours.

    spreadsheets.py gbk FILE          2,000 customers as CSV in GBK, as Chinese Excel writes it
    spreadsheets.py long FILE ROWS    a CSV of many rows
    spreadsheets.py xlsx FILE         a small sound XLSX
    spreadsheets.py cells FILE        every sheet of an XLSX as JSON, formulas as they stand
    spreadsheets.py values FILE       the same, with the values that were last computed
"""
import csv
import json
import sys

CITIES = [("德国", "汉堡"), ("美国", "芝加哥"), ("秘鲁", "利马"), ("克罗地亚", "萨格勒布"), ("日本", "大阪")]
HEADER = ["客户编号", "公司名称", "国家", "城市", "联系人", "邮箱", "电话", "税号", "等级", "备注"]


def customer(number):
    country, city = CITIES[number % len(CITIES)]
    name = "Kovač Rasvjeta d.o.o." if number == 1234 else f"远航贸易 {number:04} Trading Ltd"
    # The č is not in GBK: four bytes of GB18030.
    return [f"{number:05}", name, country, city, f"张三{number}", f"buyer{number}@firm{number}.example",
            f"0086138{number:08}", f"9133020012345{number:05}", "ABCD"[number % 4], f"第 {number} 位"]


def write_csv(path, rows, encoding):
    with open(path, "w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(rows)


def write_gbk(path):
    write_csv(path, [HEADER] + [customer(number) for number in range(1, 2001)], "gb18030")


def write_long(path, count):
    write_csv(path, [["公司名称", "国家"]] + [[f"公司{n}", "德国"] for n in range(int(count))], "utf-8")


def write_xlsx(path):
    import openpyxl

    book = openpyxl.Workbook()
    for row in [HEADER] + [customer(number) for number in range(1, 51)]:
        book.active.append(row)
    book.save(path)


def read(path, values):
    import openpyxl

    book = openpyxl.load_workbook(path, data_only=values)
    sheets = {
        sheet.title: [[cell for cell in row] for row in sheet.iter_rows(values_only=True)]
        for sheet in book.worksheets
    }
    json.dump(sheets, sys.stdout, ensure_ascii=False, default=str)


if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    {
        "gbk": write_gbk,
        "long": write_long,
        "xlsx": write_xlsx,
        "cells": lambda path: read(path, False),
        "values": lambda path: read(path, True),
    }[command](*arguments)
