export { default } from "@/app/@asof/page";
