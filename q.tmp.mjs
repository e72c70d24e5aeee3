import { DuckDBInstance } from "@duckdb/node-api"; import fs from "fs";
const id=JSON.parse(fs.readFileSync(".contracts/current.json")); const f=".contracts/snapshots/"+(id.snapshot??id.id??Object.values(id)[0])+".duckdb";
const db=await DuckDBInstance.create(f,{access_mode:"READ_ONLY"}); const c=await db.connect();
for(const q of process.argv.slice(2)){const r=await c.runAndReadAll(q); console.log(r.getRowsJson().map(x=>x.join(" | ")).join("\n")); console.log("--")}
