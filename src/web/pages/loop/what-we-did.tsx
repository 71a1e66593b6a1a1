import { Link } from "@tanstack/react-router";
import type { FollowUp } from "../../../core/loops/contract.ts";
import { Card } from "../../parts/card.tsx";
import { dayText } from "../../parts/dates.ts";

export function WhatWeDid({ title, followUps }: { title: string; followUps: readonly FollowUp[] }) {
  return (
    <Card title={title}>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">when</th>
              <th scope="col">what</th>
              <th scope="col">expected</th>
              <th scope="col">what came of it</th>
            </tr>
          </thead>
          <tbody>
            {followUps.map(({ id, kind, day, what, expected, came, href }) => (
              <tr key={kind + id}>
                <td>{dayText(day)}</td>
                <td dir="auto">
                  <Link to={href}>{what}</Link>
                </td>
                <td dir="auto">{expected}</td>
                <td dir="auto">{came}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
